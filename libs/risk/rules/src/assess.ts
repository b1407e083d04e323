import type { Answer, ApplicantRecord, Day } from '@matchwatch/domain';
import { type Assessor, compileAssessor, type RecordContext } from '@matchwatch/risk-engine';
import type { Policy } from '@matchwatch/risk-policy';
import { compileAdvice } from './advice/compile-advice.js';
import { careRules, recordRules } from './rules.js';
import { findStrengths } from './strengths.js';
import { ApplicantView } from './view/applicant-view.js';
import { ViewPolicy } from './view/view-policy.js';

/** An assessor for one day: resolves the policy once, then answers any number of records. */
export function createAssessor(policy: Policy, asOf: Day): Assessor {
  const viewPolicy = new ViewPolicy(policy, asOf);
  const { values } = viewPolicy;
  return compileAssessor({
    asOf,
    policyVersion: policy.version,
    values,
    rules: recordRules,
    careRules,
    stacking: { actAreas: values['risk.stacking.act-areas'], watchAreas: values['risk.stacking.watch-areas'] },
    view: (record, context) => new ApplicantView(record, context, viewPolicy),
    audience: (view) => view.audience,
    missingEssentials: (view) => view.missingEssentials,
    facts: (view) => ({
      categories: view.categories,
      imgTier: view.isImg ? view.img.tier : null,
      programTarget: view.programTarget,
      strengths: findStrengths(view),
    }),
    advise: compileAdvice(viewPolicy),
  });
}

/** The answer for one record on one day; for many, make an assessor once. */
export const assess = (record: ApplicantRecord, policy: Policy, asOf: Day, context?: RecordContext): Answer =>
  createAssessor(policy, asOf)(record, context);
