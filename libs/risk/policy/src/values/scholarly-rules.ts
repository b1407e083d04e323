import { level, proposed, stated } from '../entry.js';
import { days, specialtyTierList } from '../kinds.js';

/** Lines and levels of the rules about scholarly work. */
export const scholarlyRuleValues = {
  'scholarly.none.tiers': stated(
    'Tiers in which output is expected whatever the score',
    specialtyTierList,
    ['ultra-competitive'],
    '000#scholarly',
  ),
  'scholarly.none.level': level('No scholarly output where it is looked for', 'watch', '000#scholarly', '003#phase-2'),
  'scholarly.no-output.days': proposed('Days of research after which output is expected: six months', days, 182, '003#phase-2'),
  'scholarly.no-output.level': level('Research without output', 'watch', '003#phase-2'),
};
