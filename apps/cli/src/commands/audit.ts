import type { AuditHead } from '@matchwatch/store';
import { type Command, InvalidArgumentError } from 'commander';

export interface VerifyOptions {
  school?: string;
  noted: AuditHead[];
}

export interface ExportOptions {
  school?: string;
  reason: string;
  out?: string;
}

const head = (text: string, before: AuditHead[]): AuditHead[] => {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new InvalidArgumentError('Must be written as a verification said it, <line>:<hash>.');
  return [...before, { seq: Number(seq), hash }];
};

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('look after the audit: who did what to whom, and who looked');
  audit
    .command('verify')
    .description('compute the chain of hashes again from the first line')
    .option('--noted <line:hash>', 'an end that an earlier verification said and that must still be in it; may be given again', head, [])
    .option('--school <id>', 'the school, where there are several')
    .addHelpText(
      'after',
      '\nKeep the end it says somewhere else: with it, a chain that was cut is noticed too.\nEnds with 0 when the chain holds, 1 when it does not.',
    )
    .action(async (options: VerifyOptions) => (await import('./audit.action.js')).verify(options));
  audit
    .command('export')
    .description('write every line with its hash, one JSON object a line')
    .requiredOption('--reason <text>', 'why; the audit itself tells of the export')
    .option('--out <file>', 'the file (default: standard output); an existing one is not overwritten')
    .option('--school <id>', 'the school, where there are several')
    .action(async (options: ExportOptions) => (await import('./audit.action.js')).exportAudit(options));
}
