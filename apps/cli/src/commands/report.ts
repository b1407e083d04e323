import { type Day, type WaitingMail, waitingMail } from '@matchwatch/domain';
import type { Command } from 'commander';
import { Option } from 'commander';
import { dayOption, wholeOption } from '../options.js';

/** How a preview is shown. */
export const previewFormats = ['text', 'html', 'csv', 'pdf', 'json'] as const;

export interface PreviewOptions {
  season?: number;
  period?: Day;
  school?: string;
  person?: string;
  format: (typeof previewFormats)[number];
  output?: string;
  names?: boolean;
}

export interface SendOptions {
  season?: number;
  school?: string;
  wait: number;
}

export interface ResumeOptions {
  waiting: WaitingMail;
  school?: string;
}

/** The commands about reports; others may add theirs to it. */
export function addReport(program: Command): Command {
  const report = program.command('report').description('the weekly report');
  report
    .command('preview')
    .description('show what this week’s report would say now; nothing is kept or sent')
    .option('--season <year>', 'the Match year (default: the newest with applicants)', wholeOption(2000, 2100))
    .option('--period <day>', 'a day of the week it is for (default: this week)', dayOption)
    .option('--person <email>', 'the report of this person’s own applicants (default: the whole school)')
    .option('--names', 'name applicants, as far as the format does')
    .addOption(new Option('--format <format>', 'how it is written').choices(previewFormats).default('text'))
    .option('--output <file>', 'where it goes (default: to the terminal; a PDF needs a file)')
    .option('--school <id>', 'the school, where there are several')
    .action(async (options: PreviewOptions) => (await import('./report-preview.action.js')).previewReport(options));
  report
    .command('send')
    .description('send this week’s report to all who get it and have not been written down for it; needs a running worker')
    .option('--season <year>', 'the Match year (default: the newest with applicants)', wholeOption(2000, 2100))
    .option('--wait <seconds>', 'how long to follow it', wholeOption(0, 86_400), 60)
    .option('--school <id>', 'the school, where there are several')
    .action(async (options: SendOptions) => (await import('./report-send.action.js')).sendReport(options));
  report
    .command('resume')
    .description('let the mail of a restored school go on; it waits since the restore, for what went out after the backup is due again')
    .addOption(new Option('--waiting <what>', 'what becomes of the mail that waits').choices(waitingMail).makeOptionMandatory())
    .option('--school <id>', 'the school, where there are several')
    .action(async (options: ResumeOptions) => (await import('./report-resume.action.js')).resumeMail(options));
  return report;
}
