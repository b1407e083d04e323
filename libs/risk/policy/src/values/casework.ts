import { proposed } from '../entry.js';
import { amount, days } from '../kinds.js';

const weight = amount('times', 1, 20, 0.1);
const span = amount('days', 1, 400);
const meetings = amount('meetings a month', 0, 30, 0.25);

/** What puts reviews in order, and how often somebody at a level is to be met. No rule reads these. */
export const caseworkValues = {
  'review.urgency.urgent-weight': proposed('What an urgent flag weighs in the review queue, a flag at act weighing 1', weight, 3),
  'review.urgency.near-weight': proposed('What the nearest day that matters weighs at most', weight, 4),
  'review.urgency.near-days': proposed('Days ahead from which a day that matters begins to weigh', span, 60),
  'review.urgency.age-weight': proposed('What waiting for a review weighs at most', weight, 2),
  'review.urgency.age-days': proposed('Days of waiting after which it weighs most', span, 14),
  'caseload.seen-within-days': proposed('Days after which somebody counts as not seen', days, 30, '003#phase-1'),
  'caseload.meetings.high-risk': proposed('Meetings a month with somebody at high risk', meetings, 4, '003#phase-1'),
  'caseload.meetings.at-risk': proposed('Meetings a month with somebody at risk', meetings, 2, '003#phase-1'),
  'caseload.meetings.watch': proposed('Meetings a month with somebody on watch', meetings, 1, '003#phase-1'),
  'caseload.meetings.on-track': proposed('Meetings a month with somebody on track', meetings, 0.5),
  'caseload.meetings.not-assessable': proposed('Meetings a month with somebody who cannot be assessed', meetings, 1),
};
