import { type CohortView, cohortViewSchema } from '@matchwatch/contracts';
import type { CohortViewRow, StandingSession } from '@matchwatch/store';

/** A saved view as it crosses HTTP. */
export const toCohortView = ({ changedAt, ...row }: CohortViewRow, { person }: StandingSession): CohortView =>
  cohortViewSchema.parse({ ...row, mine: row.owner.id === person.id, changedAt: changedAt.toISOString() });
