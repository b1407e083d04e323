import { level, proposed, proposedLevel } from '../entry.js';
import { amount, days } from '../kinds.js';
/** Lines and levels of the rules about the school's response. */
export const careRuleValues = {
  'care.no-advisor.level': proposedLevel('At risk or above without an advisor', 'act'),
  'care.no-meeting.high-risk-days': proposed('Days without a meeting at high risk', days, 14, '003#phase-1'),
  'care.no-meeting.at-risk-days': proposed('Days without a meeting at risk', days, 30, '003#phase-1'),
  'care.no-meeting.failed-days': proposed('Days without a dean meeting after a failed Step', days, 14, '001#checklist'),
  'care.no-meeting.level.high-risk': proposedLevel('High risk without a meeting', 'act', '003#phase-1'),
  'care.no-meeting.level.at-risk': proposedLevel('At risk without a meeting', 'watch', '003#phase-1'),
  'care.no-meeting.level.failed': proposedLevel('A failed Step without a dean meeting', 'urgent', '001#checklist'),
  'care.no-plan.days': proposed('Days at risk or above without a plan', days, 14, '003#phase-1'),
  'care.no-plan.level': level('At risk or above without a plan', 'act', '003#phase-1'),
  'care.overdue-task.watch-days': proposed('Days past its due day beyond which a task is watched', days, 7),
  'care.overdue-task.act-days': proposed('Days past its due day beyond which a task is acted on', days, 21),
  'care.overdue-task.level.watch': proposedLevel('A task is late', 'watch'),
  'care.overdue-task.level.act': proposedLevel('A task is very late', 'act'),
  'care.plan-drift.days': proposed('Days past its day beyond which an agreement that the record does not show is raised', days, 7),
  'care.plan-drift.named': proposed('Agreements named in a finding, at most', amount('agreements', 1, 100), 5),
  'care.plan-drift.level': proposedLevel('The record shows otherwise than was agreed', 'watch'),
  'care.no-mentor.level': level('An IMG without a mentor who knows the path of IMGs', 'note', '002#mentors'),
  'care.unreviewed.days': proposed('Days a flag at act or above may wait for a review', days, 7),
  'care.unreviewed.named': proposed('Flags named in a finding, at most', amount('flags', 1, 100), 10),
  'care.unreviewed.level': proposedLevel('Flags at act or above without a review', 'act'),
  'care.wellbeing.days': proposed('Days from a request for help to a referral', days, 3, '000#wellbeing', '002#wellbeing'),
  'care.wellbeing.level': level('A request for help without a referral', 'urgent', '000#wellbeing', '002#wellbeing'),
};
