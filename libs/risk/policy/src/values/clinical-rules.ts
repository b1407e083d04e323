import { level, proposed, stated } from '../entry.js';
import { days, experienceKindList, seasonDay } from '../kinds.js';

/** Lines and levels of the rules about clinical experience. */
export const clinicalRuleValues = {
  'clinical.no-usce.level': level('IMG without US clinical experience', 'act', '002#usce', '004#usce'),
  'clinical.observership-only.level': level('IMG with observerships or shadowing only', 'watch', '002#usce', '004#usce'),
  'clinical.usce-stale.level.old': level('US clinical experience long ago', 'watch', '002#usce'),
  'clinical.usce-stale.level.ageing': level('US clinical experience some time ago', 'note', '002#usce'),
  'clinical.usce-short.month-days': proposed(
    'Days of US clinical experience that count as a month: rotations run in blocks of four weeks',
    days,
    28,
    '004#usce',
  ),
  'clinical.usce-short.level.short': level('Little US clinical experience in the specialty', 'watch', '004#usce'),
  'clinical.usce-short.level.one-site': level('US clinical experience at one site', 'note', '004#usce'),
  'clinical.usce-setting.level': level('No site with an accredited program in the specialty', 'note', '004#usce'),
  'clinical.no-specialty-rotation.kinds': stated(
    'Rotations that show commitment to a specialty',
    experienceKindList,
    ['sub-internship', 'away'],
    '000#clinical',
    '003#phase-3',
  ),
  'clinical.no-specialty-rotation.from': proposed(
    'A rotation in the target specialty is expected by here',
    seasonDay,
    { year: 'application', on: '07-01' },
    '000#clinical',
    '003#phase-3',
  ),
  'clinical.no-specialty-rotation.level': level('No rotation in the target specialty', 'watch', '000#clinical', '003#phase-3'),
  'clinical.clerkship.level.failed': level('Core clerkship not passed', 'act', '003#phase-2'),
  'clinical.clerkship.level.no-honors': level('Category B or C without honors in a core clerkship', 'watch', '003#phase-2'),
};
