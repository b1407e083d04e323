import type { Agreement, ApplicantRecord, ChangeableFact, Day } from '@matchwatch/domain';
import { type GoalStanding, goalStanding } from './goal-standing.js';

/** Something that was agreed for a day that has gone by, with where the record stands. */
export interface Drift {
  readonly fact: ChangeableFact;
  readonly dueOn: Day;
  readonly standing: GoalStanding;
}

/** What an agreement is about: of two about the same thing the later one holds. */
function about({ change }: Agreement): string {
  switch (change.fact) {
    case 'exam.result':
    case 'exam.booking':
      return `exam ${change.to.exam}`;
    case 'practice.result':
      return `practice ${change.to.for}`;
    case 'list.programs':
      return `list ${change.to.specialty} ${change.to.track}`;
    case 'clinical.experience':
    case 'scholarly.work':
      return `${change.fact} ${change.to.kind}`;
    default:
      return change.fact;
  }
}

/**
 * What was agreed against what the record now shows: agreements due before a day that it does not show, the earliest first.
 * Where two are about the same thing, the one agreed later holds.
 */
export function driftOf(record: ApplicantRecord, agreed: readonly Agreement[], dueBefore: Day): Drift[] {
  const standing = new Map<string, Agreement>();
  for (const agreement of agreed) {
    const key = about(agreement);
    const earlier = standing.get(key);
    if (earlier === undefined || agreement.agreedOn >= earlier.agreedOn) standing.set(key, agreement);
  }
  return [...standing.values()]
    .filter(({ dueOn }) => dueOn < dueBefore)
    .map(({ change, dueOn }) => ({ fact: change.fact, dueOn, standing: goalStanding(record, change) }))
    .filter((drift) => drift.standing.reached !== true)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.fact < b.fact ? -1 : 1));
}
