import type { Day, EvidenceByNotice, NoticeCode, NoticeSeverity, PolicyDifference, PolicyNotice } from '@matchwatch/domain';
import { ruleLabel } from './finding.js';
import { counted, dayWithYear, listText, numberText } from './format.js';
import { findingLevelLabel } from './labels.js';
import { type PolicyTopic, policyKeyLabel, policyValueText, seasonMarkLabel } from './policy-value.js';

/** Finds what a key is about; undefined for a key that is not known. */
export type FindTopic = (key: string) => PolicyTopic | undefined;

const severities: Readonly<Record<NoticeSeverity, string>> = {
  error: 'To be mended',
  warning: 'Worth a look',
  information: 'Good to know',
};
/** How much a notice about a policy weighs. */
export const noticeSeverityLabel = (severity: NoticeSeverity): string => severities[severity];

interface Said<E> {
  readonly keys: readonly string[];
  readonly evidence: E;
  readonly find: FindTopic;
}

const quoted = (key: string, find: FindTopic): string => {
  const topic = find(key);
  return `“${topic === undefined ? key : policyKeyLabel(key, topic)}”`;
};
const shown = (key: string, value: unknown, find: FindTopic): string => {
  const topic = find(key);
  return topic === undefined ? JSON.stringify(value) : policyValueText(topic, value);
};
const pair = (values: EvidenceByNotice['values.same']['values'], find: FindTopic): [string, string] => {
  const [first = '', second = ''] = values.map(({ key, value }) => `${quoted(key, find)} (${shown(key, value, find)})`);
  return [first, second];
};
const daysText = (days: readonly { readonly on: Day; readonly name: string }[]): string =>
  days.map(({ name, on }) => `${name} on ${dayWithYear(on)}`).join(', then ');

const sentences: { readonly [C in NoticeCode]: (said: Said<EvidenceByNotice[C]>) => string } = {
  'value.no-source': ({ evidence: { since } }) => `The value from ${dayWithYear(since)} on names no source.`,
  'value.unknown-source': ({ evidence: { since, sources } }) =>
    `The value from ${dayWithYear(since)} on cites ${listText(sources.map((source) => `“${source}”`))}, which the register of sources does not hold; a decision of the school is cited as “school#…”.`,
  'value.not-in-force': ({ evidence: { on, begins } }) =>
    begins === null
      ? `Nothing is in force on ${dayWithYear(on)}.`
      : `Nothing is in force on ${dayWithYear(on)}: the first value begins on ${dayWithYear(begins)}. Keep the value that held before, too.`,
  'value.unconfirmed': ({ evidence: { since } }) =>
    `Its sources leave the value from ${dayWithYear(since)} on open: for the school to confirm or replace.`,
  'values.out-of-order': ({ evidence: { values }, find }) => {
    const [first, second] = pair(values, find);
    return `${first} must not be above ${second}.`;
  },
  'values.same': ({ evidence: { values }, find }) => {
    const [first, second] = pair(values, find);
    return `${first} and ${second} leave nothing between them.`;
  },
  'days.out-of-order': ({ evidence: { season, days }, find }) =>
    `In the ${season} Match these days come in the wrong order: ${daysText(days.map(({ key, on }) => ({ name: quoted(key, find), on })))}.`,
  'list.out-of-order': ({ evidence: { value } }) => `${value.map(numberText).join(', ')} must ascend, each number once.`,
  'band.gap': ({ keys: [upper = '', lower = ''], evidence: { from, to }, find }) =>
    `${from === to ? `A score of ${from} lies` : `Scores from ${from} to ${to} lie`} neither in ${quoted(lower, find)} (${lower}) nor in ${quoted(upper, find)} (${upper}).`,
  'band.overlap': ({ keys: [upper = '', lower = ''], evidence: { from, to } }) =>
    `Scores ${to === null ? `from ${from} on` : `from ${from} to ${to}`} lie both in ${lower} and in ${upper}.`,
  'season.no-calendar': ({ evidence: { season } }) =>
    `The calendar of the ${season} Match is not known: rules about its days answer “not known” until it is.`,
  'season.out-of-order': ({ evidence: { season, days } }) =>
    `The calendar of the ${season} Match is out of order: ${daysText(days.map(({ mark, on }) => ({ name: seasonMarkLabel(mark), on })))}.`,
  'season.wrong-year': ({ evidence: { season, matchDay } }) =>
    `Match Day of the ${season} Match lies on ${dayWithYear(matchDay)}, in another year.`,
  'rule.silent': ({ evidence: { rule, level } }) =>
    level === null
      ? `“${ruleLabel(rule)}” can no longer be raised with this value.`
      : `“${ruleLabel(rule)}” can no longer be raised as “${findingLevelLabel(level)}” with this value.`,
  'rule.never-raised': ({ evidence: { rule, before, trials } }) =>
    `“${ruleLabel(rule)}” is raised for ${numberText(before)} of ${counted(trials, 'trial record')} under the policy in force and for none under this one.`,
};

/** One notice about a policy in a sentence; `find` says what its keys are about. */
export function policyNoticeText(notice: PolicyNotice, find: FindTopic): string {
  if (!Object.hasOwn(sentences, notice.code)) return notice.code;
  // The code decides the type of the evidence, which is lost when both come from storage.
  const say = sentences[notice.code] as (said: Said<unknown>) => string;
  return say({ keys: notice.keys, evidence: notice.evidence, find });
}

/** What two policies say of one key on the day they were compared: “3 letters → 4 letters”. */
export function policyDifferenceText({ key, before, after, steps }: PolicyDifference, find: FindTopic): string {
  const text = (entry: PolicyDifference['before']) => (entry === null ? 'nothing' : shown(key, entry.value, find));
  if (text(before) !== text(after)) return `${text(before)} → ${text(after)}`;
  const days = steps.map(({ since }) => dayWithYear(since));
  return `${text(after)}, the same on this day; written otherwise from ${listText(days)} on`;
}
