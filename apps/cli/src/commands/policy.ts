import type { Day } from '@matchwatch/domain';
import { type Command, InvalidArgumentError } from 'commander';
import { dayOption, wholeOption } from '../options.js';

export type PolicyFormat = 'text' | 'json';

export interface PolicyOptions {
  on?: Day;
  format: PolicyFormat;
}
export interface ShowOptions extends PolicyOptions {
  policy?: string;
}
export interface LintOptions extends PolicyOptions {
  season?: number;
  all?: boolean;
}

const fileShape = `
A policy file is JSON: { "version": "…", "values": { "<key>": { "<since>": { "value": …, "sources": ["…"] } } } }.
What it does not name stays as in the default policy; a key it names replaces the whole of the default's, earlier days included.
A decision of the school is cited as "school#…".`;

export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('look at policies on files: the numbers that rules use, where they come from, and what a draft would change');
  policy
    .command('show')
    .description('what is in force: values, sources, and the rules that use them')
    .argument('[keys...]', 'policy keys, or the beginnings of some, like letters; none: every key')
    .option('--policy <file>', 'a policy version as JSON; without it, the default policy')
    .option('--on <day>', 'the day to look at (default: today)', dayOption)
    .option('--format <format>', 'text or json', formatOption, 'text')
    .addHelpText('after', `${fileShape}\nEnds with 0 when done, 2 when called wrongly.`)
    .action(async (keys: string[], options: ShowOptions) => (await import('./policy.action.js')).showPolicy(keys, options));
  policy
    .command('lint')
    .description(
      'look a draft over: gaps and overlaps, values out of order, days without a value, sources, rules that can no longer be raised',
    )
    .argument('<file>', 'a policy version as JSON, or default')
    .option('--on <day>', 'the day it is to be in force from (default: today)', dayOption)
    .option('--season <year>', 'the Match year to look at (default: the season of the day)', wholeOption(2010, 2099))
    .option('--all', 'say, too, what is only good to know')
    .option('--format <format>', 'text or json', formatOption, 'text')
    .addHelpText(
      'after',
      `${fileShape}\nEnds with 0 when nothing has to be mended, 1 when something has, 2 when called wrongly or the file is no policy.`,
    )
    .action(async (file: string, options: LintOptions) => (await import('./policy.action.js')).lintFile(file, options));
  policy
    .command('diff')
    .description('what two policies say differently, and which rules that reaches')
    .argument('<before>', 'a policy version as JSON, or default')
    .argument('<after>', 'a policy version as JSON, or default')
    .option('--on <day>', 'the day whose values are compared first (default: today)', dayOption)
    .option('--format <format>', 'text or json', formatOption, 'text')
    .addHelpText('after', `${fileShape}\nEnds with 0 when done, whether they differ or not, and 2 when called wrongly.`)
    .action(async (before: string, after: string, options: PolicyOptions) =>
      (await import('./policy.action.js')).diffFiles(before, after, options),
    );
}

function formatOption(text: string): PolicyFormat {
  if (text !== 'text' && text !== 'json') throw new InvalidArgumentError('Must be text or json.');
  return text;
}
