import { scopeOf } from '@matchwatch/domain';
import type { ChallengeView, StandingSession } from '@matchwatch/store';
import type { Access } from '../session/authoriser.js';

/** What somebody is shown of the challenges of many applicants. */
export const challengeViewOf = ({ person }: StandingSession, { view, links }: Access): ChallengeView => ({
  ...view,
  record: scopeOf(person, 'record.view', links),
});
