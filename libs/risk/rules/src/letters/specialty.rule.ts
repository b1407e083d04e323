import { clear, raised, unknown } from '@matchwatch/risk-engine';
import type { SeasonCalendar } from '@matchwatch/risk-policy';
import { defineRule } from '../define-rule.js';
import { letterStage } from '../view/letters.js';
import { paths } from '../view/paths.js';

/** Few letters from the target specialty agreed shortly before applications open, or few uploaded once they are open. */
export const specialtyLetters = defineRule({
  code: 'letters.specialty',
  revision: 1,
  about: 'Few letters from the target specialty agreed shortly before applications open, or few uploaded once they are open.',
  basis: ['000#letters', '004#letters'],
  asks: { from: { mark: 'submit', daysBefore: 'letters.due-days' }, until: 'match' },
  policy: {
    expected: 'letters.specialty',
    before: 'letters.specialty.level.before',
    submitted: 'letters.specialty.level.submitted',
  },
  assess(view, { expected, before, submitted }) {
    const { letters } = view;
    const specialty = view.record.specialtyPlan?.primary;
    if (letters !== undefined && specialty !== undefined && letters.uploadedInSpecialty >= expected) return clear();
    const stage = letterStage(view);
    if (stage === undefined) return unknown(paths.calendar);
    if (letters === undefined) return unknown(paths.letters);
    if (specialty === undefined) return unknown(paths.primary);
    const { uploadedInSpecialty: uploaded, agreedInSpecialty: agreed } = letters;
    const counted = stage === 'before' ? uploaded + agreed : uploaded;
    if (counted >= expected) return clear();
    if (counted + letters.unknownSpecialty >= expected) return unknown(paths.lettersSpecialty);
    const { submit } = view.season.calendar as SeasonCalendar;
    return raised(stage === 'before' ? before : submitted, { specialty, uploaded, agreed, expected, submitOn: submit });
  },
});
