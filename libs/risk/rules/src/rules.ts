import type { Rule } from '@matchwatch/risk-engine';
import type { ResolvedValues } from '@matchwatch/risk-policy';
import { missing } from './data/missing.rule.js';
import { step2Category } from './exam/step2-category.rule.js';
import { step2Failed } from './exam/step2-failed.rule.js';
import type { ApplicantView } from './view/applicant-view.js';

/** Every rule, in display order. */
export const rules: readonly Rule<ApplicantView, ResolvedValues>[] = [step2Category, step2Failed, missing];

/** What rules exist and at which revision, as one stable string: the part of an answer's cause that is code. */
export const rulesDigestInput: string = rules.map(({ code, revision }) => `${code}@${revision}`).join('\n');
