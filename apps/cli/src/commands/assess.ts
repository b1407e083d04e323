import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { CommandFailed, exitCode } from '../exit-code.js';
import { dayOption } from '../options.js';

export interface AssessOptions {
  asOf?: Day;
  policy?: string;
  format: Format;
}

export function addAssess(program: Command): void {
  program
    .command('assess')
    .description('answer records by the rules, without a database or a server')
    .argument('<records>', 'a file with a JSON array or one record a line (NDJSON); - reads standard input')
    .option('--as-of <day>', 'the day to answer for (default: today)', dayOption)
    .option('--policy <file>', 'a policy version as JSON; what it does not name stays as in the default policy')
    .option('--format <format>', 'json (an array) or ndjson (one answer a line)', formatOption, 'json')
    .addHelpText(
      'after',
      '\nA record that breaks the schema is answered with its externalId or line and every path and reason; the others are still answered.\nEnds with 0 when every record was answered, 1 when one was not, 2 when called wrongly.',
    )
    .action(async (source: string, options: AssessOptions) => (await import('./assess.action.js')).assessRecords(source, options));
}

export type Format = 'json' | 'ndjson';
function formatOption(text: string): Format {
  if (text !== 'json' && text !== 'ndjson')
    throw new CommandFailed(`--format must be json or ndjson, not ${JSON.stringify(text)}.`, exitCode.usage);
  return text;
}
