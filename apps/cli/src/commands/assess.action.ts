import { once } from 'node:events';
import { type InputIssue, validateRecord } from '@matchwatch/contracts';
import type { Answer, Day } from '@matchwatch/domain';
import { type Assessor, createAssessor, defaultPolicy, type Policy } from '@matchwatch/risk-rules';
import { CommandFailed, exitCode } from '../exit-code.js';
import { today } from '../options.js';
import type { AssessOptions, Format } from './assess.js';
import { readPolicy } from './policy-file.js';
import { type InputRecord, readRecords } from './read-records.js';

/** The answer to a record that could not be assessed: whose it is, or where it stood, and what is wrong with it. */
interface Refusal {
  externalId?: string;
  line: number;
  errors: InputIssue[];
}

/** Answers every record of a source on standard output. */
export async function assessRecords(source: string, options: AssessOptions): Promise<void> {
  const asOf = options.asOf ?? today(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const policy = options.policy ? await readPolicy(options.policy) : defaultPolicy;
  const refused = await assessAll(readRecords(source), policy, asOf, options.format);
  if (refused > 0) {
    process.stderr.write(`${refused} ${refused === 1 ? 'record was' : 'records were'} refused; the reasons stand in the output.\n`);
    process.exitCode = exitCode.failed;
  }
}

async function assessAll(records: AsyncIterable<InputRecord>, policy: Policy, asOf: Day, format: Format): Promise<number> {
  const assess = assessorFor(policy, asOf);
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

function assessorFor(policy: Policy, asOf: Day): Assessor {
  try {
    return createAssessor(policy, asOf);
  } catch (error) {
    // A value that begins only later; which one, the message says.
    if (error instanceof RangeError) throw new CommandFailed(`${error.message}. See: matchwatch policy lint --help`, exitCode.usage);
    throw error;
  }
}

const indented = (answer: Answer | Refusal): string => JSON.stringify(answer, null, 2).replace(/^/gm, '  ');

function answerOne(input: InputRecord, assess: Assessor): Answer | Refusal {
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
