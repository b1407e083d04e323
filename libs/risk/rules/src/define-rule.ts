import { ruleDefiner } from '@matchwatch/risk-engine';
import type { ResolvedValues } from '@matchwatch/risk-policy';
import { type Audience, type Scope, scoping } from './scope.js';
import type { ApplicantView } from './view/applicant-view.js';
import type { CareView } from './view/care-view.js';

/** Defines a rule over the applicant view and the policy's daily values. */
export const defineRule = ruleDefiner<ApplicantView, ResolvedValues, Scope, Audience>(scoping);

/** Defines a rule about the school's response, asked once the level is known. */
export const defineCareRule = ruleDefiner<CareView, ResolvedValues>();
