import { clear, raised, unknown } from '@matchwatch/risk-engine';
import type { SeasonCalendar } from '@matchwatch/risk-policy';
import { defineRule } from '../define-rule.js';
import { letterStage } from '../view/letters.js';
import { paths } from '../view/paths.js';

/** Few letters agreed shortly before applications open, or few uploaded once they are open. */
export const tooFewLetters = defineRule({
  code: 'letters.too-few',
  revision: 1,
  about: 'Few letters agreed shortly before applications open, or few uploaded once they are open.',
  basis: ['002#letters', '004#letters'],
  asks: { from: { mark: 'submit', daysBefore: 'letters.due-days' }, until: 'match' },
  policy: {
    expected: 'letters.total',
    before: 'letters.too-few.level.before',
    submitted: 'letters.too-few.level.submitted',
  },
  assess(view, { expected, before, submitted }) {
    const { letters } = view;
    if (letters !== undefined && letters.uploaded >= expected) return clear();
    const stage = letterStage(view);
    if (stage === undefined) return unknown(paths.calendar);
    if (letters === undefined) return unknown(paths.letters);
    const { uploaded, agreed } = letters;
    if (stage === 'before' && uploaded + agreed >= expected) return clear();
    const { submit } = view.season.calendar as SeasonCalendar;
    return raised(stage === 'before' ? before : submitted, { uploaded, agreed, expected, submitOn: submit });
  },
});
