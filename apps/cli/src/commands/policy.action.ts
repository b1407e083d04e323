import { trialsOf } from '@matchwatch/demo';
import { type Day, noticeSeverities, type PolicyEntry, type PolicyNotice } from '@matchwatch/domain';
import {
  answerPartsOfPolicyKey,
  defaultPolicy,
  diffPolicy,
  findInForce,
  findPolicyValue,
  lintByTrials,
  lintPolicy,
  lintRules,
  type Policy,
  type PolicyValue,
  rulesOfPolicyKey,
  seasonOf,
} from '@matchwatch/risk-rules';
import {
  dayWithYear,
  noticeSeverityLabel,
  policyDifferenceText,
  policyGroupLabel,
  policyGroupOf,
  policyGroups,
  policyKeyLabel,
  policyNoticeText,
  policyValueText,
} from '@matchwatch/words';
import { CommandFailed, exitCode } from '../exit-code.js';
import { today } from '../options.js';
import type { LintOptions, PolicyFormat, PolicyOptions, ShowOptions } from './policy.js';
import { readPolicy } from './policy-file.js';

const dayOf = ({ on }: PolicyOptions): Day => on ?? today(Intl.DateTimeFormat().resolvedOptions().timeZone);

const print = (format: PolicyFormat, value: unknown, text: () => string): void => {
  process.stdout.write(format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : text());
};

/** One key as it stands in a policy. */
interface Shown {
  readonly key: string;
  readonly about: string;
  readonly unit: string;
  /** In force on the day; null where nothing has begun. */
  readonly inForce: (PolicyEntry & { readonly since: Day }) | null;
  readonly values: Readonly<Record<string, PolicyEntry>>;
  readonly changed: boolean;
  readonly rules: readonly string[];
  readonly parts: readonly string[];
}

/** Says what is in force, of every key or of those asked for. */
export async function showPolicy(keys: readonly string[], options: ShowOptions): Promise<void> {
  const policy = options.policy === undefined ? defaultPolicy : await readPolicy(options.policy);
  const on = dayOf(options);
  const shown = Object.keys(policy.values)
    .filter((key) => keys.length === 0 || keys.some((asked) => key === asked || key.startsWith(`${asked}.`)))
    .map((key) => show(policy, key, on));
  const unknown = keys.filter((asked) => !shown.some(({ key }) => key === asked || key.startsWith(`${asked}.`)));
  if (unknown.length > 0)
    throw new CommandFailed(`No policy key is or begins with: ${unknown.join(', ')}. See all with: matchwatch policy show`, exitCode.usage);
  print(options.format, { version: policy.version, on, keys: shown }, () => showText(policy, on, shown, keys.length > 0));
}

function show(policy: Policy, key: string, on: Day): Shown {
  const values = policy.values as Readonly<Record<string, PolicyValue<unknown>>>;
  const value = values[key];
  return {
    key,
    about: policyKeyLabel(key, { about: value?.about ?? key }),
    unit: value?.unit ?? '',
    inForce: findInForce(policy, key, on),
    values: value?.values ?? {},
    changed: (defaultPolicy.values as typeof values)[key] !== value,
    rules: rulesOfPolicyKey(key),
    parts: answerPartsOfPolicyKey(key),
  };
}

const worded = (key: string, value: unknown): string => {
  const topic = findPolicyValue(key);
  return topic === undefined ? JSON.stringify(value) : policyValueText(topic, value);
};

function showText(policy: Policy, on: Day, shown: readonly Shown[], inFull: boolean): string {
  const lines = [`Policy ${policy.version}, on ${dayWithYear(on)}.`];
  for (const group of policyGroups) {
    const ofGroup = shown.filter(({ key }) => policyGroupOf(key) === group);
    if (ofGroup.length === 0) continue;
    lines.push('', policyGroupLabel(group));
    for (const each of ofGroup) lines.push(...(inFull ? fullLines(each) : [briefLine(each)]));
  }
  if (!inFull)
    lines.push('', '* otherwise than the default   ? for the school to confirm   Name a key to see its sources and the rules that use it.');
  return `${lines.join('\n')}\n`;
}

function briefLine({ key, about, inForce, changed }: Shown): string {
  const marks = `${changed ? '*' : ' '}${inForce?.confirm ? '?' : ' '}`;
  return `${marks} ${key}: ${inForce === null ? 'not in force' : worded(key, inForce.value)} (${about})`;
}

function fullLines({ key, about, inForce, values, changed, rules, parts }: Shown): string[] {
  const entries = (Object.entries(values) as [Day, PolicyEntry][]).sort(([a], [b]) => (a < b ? -1 : 1));
  const uses = [...rules, ...parts.map((part) => part.replaceAll('-', ' '))];
  return [
    `  ${key}`,
    `    ${about}${changed ? ' (otherwise than the default)' : ''}`,
    ...entries.map(([since, { value, sources, confirm }]) => {
      const mark = since === inForce?.since ? '→' : ' ';
      return `  ${mark} from ${since}: ${worded(key, value)}; ${sources.join(', ') || 'no source'}${confirm ? '; for the school to confirm' : ''}`;
    }),
    `    used by: ${uses.length === 0 ? 'nothing that is computed' : uses.join(', ')}`,
  ];
}

/** Looks a draft over; something to be mended is a failure. */
export async function lintFile(file: string, options: LintOptions): Promise<void> {
  const policy = await readPolicy(file);
  const on = dayOf(options);
  const season = options.season ?? seasonOf(on);
  const notices = [...lintPolicy(policy, on, season), ...lintRules(policy, on), ...lintByTrials(defaultPolicy, policy, trialsOf(season))];
  print(options.format, { version: policy.version, on, season, notices }, () => lintText(policy, notices, options.all === true));
  if (notices.some(({ severity }) => severity === 'error')) process.exitCode = exitCode.failed;
}

function lintText({ version }: Policy, notices: readonly PolicyNotice[], all: boolean): string {
  const lines: string[] = [];
  const counts: string[] = [];
  for (const severity of noticeSeverities) {
    const ofSeverity = notices.filter((notice) => notice.severity === severity);
    if (ofSeverity.length === 0) continue;
    counts.push(`${ofSeverity.length} ${noticeSeverityLabel(severity).toLowerCase()}`);
    if (severity === 'information' && !all) continue;
    lines.push(noticeSeverityLabel(severity));
    for (const notice of ofSeverity) lines.push(`  ${notice.keys[0] ?? ''}: ${policyNoticeText(notice, findPolicyValue)}`);
    lines.push('');
  }
  lines.push(`Policy ${version}: ${counts.length === 0 ? 'nothing to say' : counts.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

/** Says what two policies say differently. */
export async function diffFiles(before: string, after: string, options: PolicyOptions): Promise<void> {
  const [old, revised] = [await readPolicy(before), await readPolicy(after)];
  const on = dayOf(options);
  const differences = diffPolicy(old, revised, on).map((difference) => ({ ...difference, rules: rulesOfPolicyKey(difference.key) }));
  print(options.format, { before: old.version, after: revised.version, on, differences }, () => {
    const lines = differences.flatMap((difference) => {
      const { key, rules } = difference;
      const about = policyKeyLabel(key, { about: findPolicyValue(key)?.about ?? key });
      return [
        `${key}: ${policyDifferenceText(difference, findPolicyValue)}`,
        `  ${about}; used by ${rules.length === 0 ? 'no rule' : rules.join(', ')}`,
      ];
    });
    const end = lines.length === 0 ? 'say the same' : `differ in ${differences.length} ${differences.length === 1 ? 'value' : 'values'}`;
    return `${[...lines, `Policies ${old.version} and ${revised.version} ${end}.`].join('\n')}\n`;
  });
}
