import type { ApplicantFilter } from '@matchwatch/contracts';
import { type Database, findCohortView, type StandingSession } from '@matchwatch/store';
import { refusedField } from '../http/problem.js';

/** Refuses a filter that names a group which is not there for the reader: whom somebody picked for themselves is not for others to count. */
export async function demandGroup(db: Database, { school, person }: StandingSession, { inGroup }: ApplicantFilter): Promise<void> {
  if (inGroup === undefined) return;
  const view = await findCohortView(db, school.id, person, inGroup);
  if (view?.kind !== 'group') throw refusedField('filter.inGroup', 'is no group that you have');
}
