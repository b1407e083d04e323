import { level, proposed, proposedLevel } from '../entry.js';
import { contingencyPathList, days, experienceKindList, seasonDay } from '../kinds.js';

/** Lines and levels of the rules about what follows if there is no match. */
export const contingencyRuleValues = {
  'contingency.no-plan.watch-from': proposed(
    'A contingency plan is expected from here',
    seasonDay,
    { year: 'match', on: '01-15' },
    '003#phase-4',
  ),
  'contingency.no-plan.act-days': proposed('Days before Match Monday from which a missing plan is acted on', days, 30, '003#phase-4'),
  'contingency.no-plan.level.watch': level('No contingency plan', 'watch', '003#phase-4'),
  'contingency.no-plan.level.act': level('No contingency plan shortly before the Match', 'act', '003#phase-4'),
  'contingency.soap-not-ready.act-days': proposed(
    'Days before Match Monday from which the SOAP packet is expected to be ready',
    days,
    14,
    '003#phase-4',
  ),
  'contingency.soap-not-ready.level': level('SOAP planned and its packet not ready', 'act', '003#phase-4'),
  'contingency.rank-list.act-days': proposed('Days before the deadline from which the rank list is expected to be certified', days, 3),
  'contingency.rank-list.level': proposedLevel('Rank list not certified shortly before the deadline', 'act'),
  'contingency.unmatched.next-paths': proposed(
    'Contingency paths that are a plan for the next cycle',
    contingencyPathList,
    ['preliminary', 'research-year', 'clinical-year', 'change-specialty', 'reapply'],
    '003#phase-4',
  ),
  'contingency.unmatched.level.no-plan': level(
    'Unmatched without a plan for the next cycle',
    'urgent',
    '000#between-cycles',
    '002#between-cycles',
  ),
  'contingency.unmatched.level.planned': level(
    'Unmatched with a plan for the next cycle',
    'act',
    '000#between-cycles',
    '002#between-cycles',
  ),
  'contingency.idle-year.days': proposed(
    'Days without an activity between cycles that count',
    days,
    60,
    '002#between-cycles',
    '003#phase-4',
    '004#delay',
  ),
  'contingency.idle-year.kinds': proposed(
    'Clinical, research and degree activities',
    experienceKindList,
    ['sub-internship', 'away', 'externship', 'us-clerkship', 'observership', 'shadowing', 'research', 'clinical-job', 'degree'],
    '000#between-cycles',
    '002#between-cycles',
  ),
  'contingency.idle-year.level': level('Between cycles without an activity', 'act', '002#between-cycles', '003#phase-4', '004#delay'),
};
