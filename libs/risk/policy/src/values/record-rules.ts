import { level, proposed } from '../entry.js';
import { months } from '../kinds.js';

/** Lines and levels of the rules about entries of the record that programs ask about. */
export const recordRuleValues = {
  'record.professionalism.level': level('A professionalism citation', 'act', '003#step-0'),
  'record.leave.level.unexplained': level('A leave of absence, not explained in the application', 'watch', '003#step-0'),
  'record.leave.level.explained': level('A leave of absence, explained in the application', 'note', '003#step-0'),
  'record.unexplained-gap.months': proposed(
    'Months from which a gap in training or work has to be explained',
    months,
    6,
    '004#risk-factors',
  ),
  'record.unexplained-gap.level': level('A long gap without an explanation', 'act', '004#risk-factors'),
  'record.course-failure.level': level('A failed or repeated course or year', 'watch', '000#academic-record'),
};
