import { stated } from '../entry.js';
import { days } from '../kinds.js';

/** What a school owes an applicant who says that something held about them is wrong. */
export const challengeValues = {
  'challenge.answer.days': stated('Days in which a challenge to a record is answered', days, 45, 'ferpa-access'),
};
