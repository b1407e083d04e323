import type { AdvisorSpan, ApplicantDetail, Challenge, HistoryEntry, ReviewEvent } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { challengeStateLabel, challengeSubjectLabel, decisionDoneText, ruleLabel } from '@matchwatch/words';
import type { CaseworkEntry } from '../casework/timeline-entries.js';
import type { Text } from '../i18n/use-text.js';
import { advisorName } from './applicant-name.js';
import { pathLabel } from './record/field-label.js';

/** What the timeline may be narrowed to, in the order of its buttons. */
export const timelineKinds = ['risk', 'record', 'advisor', 'review', 'meeting', 'plan', 'referral', 'challenge'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Something that is told in one sentence. */
interface SaidEntry {
  type: 'said';
  kind: TimelineKind;
  id: string;
  on: Day;
  text: string;
}

export type TimelineEntry =
  | ({ type: 'level' } & ApplicantDetail['levels'][number])
  | ({ type: 'flag' } & ApplicantDetail['events'][number])
  | CaseworkEntry
  | SaidEntry;

export interface TimelineDay {
  on: Day;
  entries: TimelineEntry[];
}

/** What else happened, where the reader may know of it. */
export interface TimelineParts {
  casework?: readonly CaseworkEntry[] | undefined;
  history?: readonly HistoryEntry[] | undefined;
  reviews?: readonly ReviewEvent[] | undefined;
  challenges?: readonly Challenge[] | undefined;
  /** Who advised, the newest first. */
  advisors?: readonly AdvisorSpan[] | undefined;
}

const dayOf = (at: string): Day => at.slice(0, 10) as Day;

/** What an entry is shown under. */
export function kindOf(entry: TimelineEntry): TimelineKind {
  return entry.type === 'level' || entry.type === 'flag' ? 'risk' : entry.kind;
}

const factsNamed = 3;

function changedText({ version, changes }: HistoryEntry, t: Text): string {
  if (version === 1) return t('history.first');
  const facts = [...new Set(changes.map(({ path }) => pathLabel(path, t)))];
  const named = facts.slice(0, factsNamed).join(', ');
  return facts.length > factsNamed
    ? t('timeline.recordMore', { facts: named, smart_count: facts.length - factsNamed })
    : t('timeline.record', { facts: named });
}

function advisorText({ advisor, by, reason }: AdvisorSpan, before: AdvisorSpan | undefined, t: Text): string {
  const name = advisor ? advisorName(advisor) : null;
  const from = before?.advisor ? advisorName(before.advisor) : null;
  const what =
    name === null ? t('timeline.noAdvisor') : from === null ? t('timeline.advisor', { name }) : t('timeline.advisorAfter', { name, from });
  return [what, reason, by].filter(Boolean).join(', ');
}

function said({ history = [], reviews = [], challenges = [], advisors = [] }: TimelineParts, t: Text): SaidEntry[] {
  const entry = (kind: TimelineKind, id: string, on: Day, text: string): SaidEntry => ({ type: 'said', kind, id, on, text });
  return [
    ...history.map((each) => entry('record', `version-${each.version}`, each.knownOn, changedText(each, t))),
    ...advisors.map((span, at) => entry('advisor', `advisor-${at}`, span.since, advisorText(span, advisors[at + 1], t))),
    ...reviews.map(({ id, on, by, code, decision }) =>
      entry('review', `review-${id}`, on, t('timeline.review', { by, done: decisionDoneText(decision), rule: ruleLabel(code) })),
    ),
    ...challenges.flatMap(({ id, subject, receivedOn, state, decidedAt }) => [
      entry('challenge', `challenge-${id}`, receivedOn, t('timeline.contested', { about: challengeSubjectLabel(subject) })),
      ...(decidedAt
        ? [
            entry(
              'challenge',
              `challenge-end-${id}`,
              dayOf(decidedAt),
              t('timeline.answered', { about: challengeSubjectLabel(subject), state: challengeStateLabel(state).toLowerCase() }),
            ),
          ]
        : []),
    ]),
  ];
}

/** Everything that happened, by day, newest first; on one day the level stands above what moved it. */
export function timelineDays(
  { levels, events }: Pick<ApplicantDetail, 'levels' | 'events'>,
  parts: TimelineParts,
  t: Text,
  kinds: ReadonlySet<TimelineKind> = new Set(),
): TimelineDay[] {
  const days = new Map<Day, TimelineEntry[]>();
  const add = (entry: TimelineEntry) => {
    if (kinds.size === 0 || kinds.has(kindOf(entry))) days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  };
  for (const level of levels) add({ type: 'level', ...level });
  for (const event of events) add({ type: 'flag', ...event });
  for (const entry of [...(parts.casework ?? []), ...said(parts, t)]) add(entry);
  return [...days.entries()].sort(([a], [b]) => (a < b ? 1 : -1)).map(([on, entries]) => ({ on, entries }));
}
