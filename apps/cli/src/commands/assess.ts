import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type InputIssue, validateRecord } from '@matchwatch/contracts';
import type { Answer, Day } from '@matchwatch/domain';
import { createAssessor, defaultPolicy, type Policy } from '@matchwatch/risk-rules';
import type { Command } from 'commander';
import { CommandFailed, exitCode } from '../exit-code.js';
import { dayOption, today } from '../options.js';
import { policyFrom } from './policy-file.js';
import { type InputRecord, readRecords } from './read-records.js';

/** The answer to a record that could not be assessed: whose it is, or where it stood, and what is wrong with it. */
interface Refusal {
  externalId?: string;
  line: number;
  errors: InputIssue[];
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
    .action(async (source: string, options: { asOf?: Day; policy?: string; format: Format }) => {
      const asOf = options.asOf ?? today(Intl.DateTimeFormat().resolvedOptions().timeZone);
      const policy = options.policy ? await readPolicy(options.policy) : defaultPolicy;
      const refused = await assessAll(readRecords(source), policy, asOf, options.format);
      if (refused > 0) {
        process.stderr.write(`${refused} ${refused === 1 ? 'record was' : 'records were'} refused; the reasons stand in the output.\n`);
        process.exitCode = exitCode.failed;
      }
    });
}

type Format = 'json' | 'ndjson';
function formatOption(text: string): Format {
  if (text !== 'json' && text !== 'ndjson')
    throw new CommandFailed(`--format must be json or ndjson, not ${JSON.stringify(text)}.`, exitCode.usage);
  return text;
}

async function assessAll(records: AsyncIterable<InputRecord>, policy: Policy, asOf: Day, format: Format): Promise<number> {
  const assess = createAssessor(policy, asOf);
  let refused = 0;
  let written = 0;
  for await (const input of records) {
    const answer = answerOne(input, assess);
    if ('errors' in answer) refused++;
    const text = format === 'ndjson' ? `${JSON.stringify(answer)}\n` : `${written === 0 ? '[\n' : ',\n'}${indented(answer)}`;
    written++;
    // A reader slower than we are must not make us hold every answer.
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
  if (format === 'json') process.stdout.write(written === 0 ? '[]\n' : '\n]\n');
  return refused;
}

const indented = (answer: Answer | Refusal): string => JSON.stringify(answer, null, 2).replace(/^/gm, '  ');

function answerOne(input: InputRecord, assess: ReturnType<typeof createAssessor>): Answer | Refusal {
  if ('error' in input) return { line: input.line, errors: [{ path: '', reason: input.error }] };
  const validated = validateRecord(input.value);
  if (validated.ok) return assess(validated.value);
  const externalId = externalIdOf(input.value);
  return { ...(externalId === undefined ? {} : { externalId }), line: input.line, errors: validated.issues };
}

function externalIdOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { externalId?: unknown }).externalId : undefined;
  return typeof id === 'string' && id.length <= 64 ? id : undefined;
}

async function readPolicy(file: string): Promise<Policy> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${(error as Error).message}`, exitCode.usage);
  }
  return policyFrom(file, text);
}
