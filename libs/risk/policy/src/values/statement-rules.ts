import { level, proposed, proposedLevel, stated } from '../entry.js';
import { count, days, seasonDay } from '../kinds.js';

/** Lines and levels of the rules about the statement and the interviews. */
export const statementRuleValues = {
  'statement.missing.watch-days': proposed(
    'Days before applications may be submitted from which a draft is expected',
    days,
    45,
    '000#statement',
    '004#statement',
  ),
  'statement.missing.act-days': proposed(
    'Days before applications may be submitted from which the final statement is expected',
    days,
    7,
    '000#statement',
    '004#statement',
  ),
  'statement.missing.level.watch': proposedLevel('No draft of the statement', 'watch', '000#statement', '004#statement'),
  'statement.missing.level.act': proposedLevel('No final statement', 'act', '000#statement', '004#statement'),
  'statement.not-reviewed.watch-days': proposed(
    'Days before applications may be submitted from which a review is expected',
    days,
    14,
    '003#phase-2',
    '004#statement',
  ),
  'statement.not-reviewed.level': level(
    'A statement that has to speak of a score and that nobody reviewed',
    'watch',
    '003#phase-2',
    '004#statement',
  ),
  'interview.no-account.watch-from': proposed(
    'The short answer about the exams is expected to be rehearsed from here',
    seasonDay,
    { year: 'application', on: '10-01' },
    '001#narrative',
    '003#phase-3',
  ),
  'interview.no-account.level': level('The short answer about the exams is not rehearsed', 'watch', '001#narrative', '003#phase-3'),
  'interview.no-mock.level': level('An interview and no mock interview', 'watch', '000#interview'),
  'interview.no-thanks.days': stated('Days after an interview by which a thank-you is noted', days, 2, '004#interview'),
  'interview.no-thanks.level': proposedLevel('An interview without a thank-you', 'note', '004#interview'),
  'interview.few.from': proposed('Interviews are counted from here', seasonDay, { year: 'application', on: '11-15' }),
  'interview.few.minimum': proposed(
    'Interviews, at least; non-US IMGs who matched ranked a median of 5, those who did not 2',
    count('interviews', 100),
    5,
    'nrmp-ranks',
  ),
  'interview.few.level': proposedLevel('Few interviews', 'act', 'nrmp-ranks'),
};
