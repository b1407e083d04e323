import { clear, raised } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';

/** A fact without which an applicant cannot be called on track. */
export const missing = defineRule({
  code: 'data.missing',
  revision: 1,
  about: 'A fact without which an applicant cannot be called on track.',
  basis: ['default'],
  policy: { level: 'data.missing.level' },
  assess({ missingEssentials }, { level }) {
    return missingEssentials.length === 0 ? clear() : raised(level, { missing: missingEssentials });
  },
});
