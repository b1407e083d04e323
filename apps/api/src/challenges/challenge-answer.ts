import type { Challenge } from '@matchwatch/contracts';
import { type ApplicantAction, actionOfChallenge, type ChallengeSubject, type Day, isOverdue } from '@matchwatch/domain';
import type { ChallengeRow } from '@matchwatch/store';

/** A challenge as it crosses HTTP. */
export const toChallenge = (row: ChallengeRow, today: Day): Challenge => ({
  ...row,
  overdue: isOverdue(row, today),
  recordedAt: row.recordedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** Whether somebody who may do these actions to an applicant is shown what is said of this. */
export const isShownTo = (actions: readonly ApplicantAction[], subject: ChallengeSubject): boolean =>
  actions.includes(actionOfChallenge(subject));
