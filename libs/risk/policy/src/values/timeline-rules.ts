import { level, proposed, stated } from '../entry.js';
import { days, seasonDay, specialtyTierList } from '../kinds.js';
import type { SeasonLine } from '../season.js';

const line = (about: string, value: SeasonLine, ...sources: string[]) => proposed(about, seasonDay, value, ...sources);

/** Lines and levels of the rules about when exams are taken. */
export const timelineRuleValues = {
  'timeline.step1-late.usual': line(
    'The class usually has taken Step 1 by here',
    { year: 'before-application', on: '06-01' },
    '001#step1-timing',
  ),
  'timeline.step1-late.watch-days': proposed('Days after the usual Step 1 date to watch', days, 60, '001#step1-timing'),
  'timeline.step1-late.act-days': proposed('Days after the usual Step 1 date to act', days, 180, '001#step1-timing'),
  'timeline.step1-late.level.watch': level('Step 1 later than usual', 'watch', '001#step1-timing'),
  'timeline.step1-late.level.act': level('Step 1 much later than usual', 'act', '001#step1-timing'),
  'timeline.step2-unscheduled.watch-from': line(
    'A Step 2 CK date is expected from here',
    { year: 'application', on: '03-01' },
    '001#step2-timing',
  ),
  'timeline.step2-unscheduled.act-from': line(
    'A missing Step 2 CK date is acted on from here',
    { year: 'application', on: '05-01' },
    '001#step2-timing',
  ),
  'timeline.step2-unscheduled.level.watch': level('No Step 2 CK date', 'watch', '001#step2-timing'),
  'timeline.step2-unscheduled.level.act': level('No Step 2 CK date late in the application year', 'act', '001#step2-timing'),
  'timeline.step2-late.tiers': stated(
    'Tiers in which the score should be out before applying',
    specialtyTierList,
    ['ultra-competitive', 'competitive'],
    '001#step2-timing',
  ),
  'timeline.step2-late.level.otherwise': level('Step 2 CK score after applications are sent', 'watch', '001#step2-timing'),
  'timeline.step2-late.level.needed': level('Step 2 CK score after applications are sent, where it is needed', 'act', '001#step2-timing'),
  'timeline.step2-missing.level': level('No Step 2 CK score when programs start to read', 'act', '001#step2-timing'),
  'timeline.graduation.level': level('IMG who graduated long ago', 'act', '004#risk-factors'),
  'timeline.late-step2.level': level('IMG with a long time between graduation and Step 2 CK', 'watch', '004#risk-factors'),
};
