import type { ReportGap, RiskLevel, RunKind, RunState } from '@matchwatch/domain';
import { riskLevelLabel } from '@matchwatch/words';

/** Where somebody stood or stands, those without a level included. */
export const levelText = (level: RiskLevel | null): string => (level === null ? 'Not assessed before' : riskLevelLabel(level));

/** “At risk → High risk”. */
export const moveText = (from: RiskLevel | null, to: RiskLevel | null): string =>
  from === to ? levelText(to) : `${levelText(from)} → ${to === null ? 'no level' : riskLevelLabel(to)}`;

const gaps: Readonly<Record<ReportGap, { label: string; heading: string; none: string }>> = {
  unreviewed: {
    label: 'Flags nobody has reviewed in time',
    heading: 'Nobody has reviewed their flags',
    none: 'Every flag was reviewed in time.',
  },
  'no-advisor': { label: 'At risk without an advisor', heading: 'At risk without an advisor', none: 'Everybody at risk has an advisor.' },
  'no-meeting': { label: 'Not met in time', heading: 'Nobody has met them in time', none: 'Everybody who should have been met was met.' },
  'no-plan': { label: 'At risk without a plan', heading: 'At risk without a plan', none: 'Everybody at risk for long has a plan.' },
  'overdue-task': {
    label: 'Tasks of the plan long overdue',
    heading: 'Tasks of the plan are long overdue',
    none: 'No task of a plan is long overdue.',
  },
};
/** A care gap as the label of its number, the heading of its list, and the sentence for nobody. */
export const gapWords = (gap: ReportGap): { label: string; heading: string; none: string } => gaps[gap];

const runKinds: Readonly<Record<RunKind, string>> = {
  nightly: 'Nightly',
  weekly: 'Weekly',
  manual: 'By hand',
  reassess: 'After an edit',
  retry: 'Second try',
  shadow: 'Trial',
};
/** A kind of run in a table. */
export const runKindText = (kind: RunKind): string => runKinds[kind];

const runStates: Readonly<Record<RunState, string>> = {
  queued: 'Waiting',
  assessing: 'Under way',
  closed: 'Under way',
  published: 'Published',
  held: 'Held for a person',
  compared: 'Compared',
  cancelled: 'Cancelled',
  failed: 'Failed',
};
/** What became of a run, in a table. */
export const runStateText = (state: RunState): string => runStates[state];
