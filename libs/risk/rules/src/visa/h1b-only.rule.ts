import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A visa need that narrows the programs that can take the applicant. */
export const h1bOnly = defineRule({
  code: 'visa.h1b-only',
  revision: 1,
  about: 'A visa need that narrows the programs that can take the applicant.',
  basis: ['004#visa'],
  policy: { only: 'visa.h1b-only.level.h1b-only', j1: 'visa.h1b-only.level.j1' },
  assess({ record, needsVisa }, { only, j1 }) {
    if (needsVisa === undefined) return unknown(paths.visa);
    const need = record.visa?.need;
    if (need === undefined || need === 'none') return clear();
    return raised(need === 'h1b-only' ? only : j1, { need });
  },
});
