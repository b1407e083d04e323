import { level, proposed, proposedLevel, stated } from '../entry.js';
import { days, experienceKindList, seasonDay } from '../kinds.js';

const letterLine = (about: string) => proposed(about, seasonDay, { year: 'application', on: '07-01' }, '002#letters', '004#letters');

/** Lines and levels of the rules about letters; how many are needed stands with the application. */
export const letterRuleValues = {
  'letters.due-days': proposed(
    'Days before applications open by which letters are expected to be agreed',
    days,
    30,
    '002#letters',
    '004#letters',
  ),
  'letters.too-few.level.before': level('Few letters agreed', 'watch', '002#letters', '004#letters'),
  'letters.too-few.level.submitted': level('Few letters uploaded when applications open', 'act', '002#letters', '004#letters'),
  'letters.specialty.level.before': level('Few letters from the target specialty agreed', 'watch', '000#letters', '004#letters'),
  'letters.specialty.level.submitted': level(
    'Few letters from the target specialty uploaded when applications open',
    'act',
    '000#letters',
    '004#letters',
  ),
  'letters.us.from': letterLine('US letters are looked for from here'),
  'letters.us.level': level('IMG with few US letters', 'act', '002#letters', '004#letters'),
  'letters.educator.from': letterLine('A letter from residency education is looked for from here'),
  'letters.educator.level': level('IMG without a letter from residency education', 'note', '004#letters'),
  'letters.lukewarm.level': level('Category B or C and a letter judged generic', 'act', '003#phase-2'),
  'letters.overfull.level': proposedLevel('More letters assigned to a program than it receives', 'note', 'eras-letters'),
  'letters.not-asked.kinds': stated(
    'Rotations at whose end a letter is asked for',
    experienceKindList,
    ['sub-internship', 'away', 'externship', 'us-clerkship', 'observership'],
    '002#usce',
    '003#phase-2',
  ),
  'letters.not-asked.days': proposed('Days after a rotation by which a letter is asked for', days, 14, '002#usce', '003#phase-2'),
  'letters.not-asked.level': level('Rotation over and no letter asked for', 'watch', '002#usce', '003#phase-2'),
};
