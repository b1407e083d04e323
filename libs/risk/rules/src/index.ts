export type { Assessor, RecordContext } from '@matchwatch/risk-engine';
export { answerContent } from '@matchwatch/risk-engine';
export {
  changesOf,
  citeTemplate,
  defaultPolicy,
  diffPolicy,
  findInForce,
  findPolicyValue,
  findSeason,
  isInForce,
  lintPolicy,
  listSeasonDays,
  type Policy,
  type PolicyValue,
  type PolicyValues,
  policyFromChanges,
  type ReadPolicyChanges,
  readPolicyChanges,
  revisePolicy,
  seasonOf,
} from '@matchwatch/risk-policy';
export { adviceRegister, type RegisteredAdvice } from './advice/advice.js';
export { type Drift, driftOf } from './agreement/drift.js';
export { type GoalStanding, goalStanding } from './agreement/goal-standing.js';
export { assess, createAssessor } from './assess.js';
export { standInTree } from './decision-tree/stand-in-tree.js';
export { lintByTrials, type PolicyTrial } from './lint/lint-by-trials.js';
export { lintRules, silences } from './lint/lint-rules.js';
export { auditList, type ListedProgram } from './list-audit/audit-list.js';
export { type DraftSetting, draftPlan } from './plan-draft/draft-plan.js';
export { type AnswerPart, answerParts, answerPartsOfPolicyKey, policyKeysOfRule, rulesOfPolicyKey } from './policy-use/policy-use.js';
export { type RulebookEntry, rulebook } from './rulebook.js';
export { rules, rulesDigestInput } from './rules.js';
export {
  applyChange,
  applyChanges,
  type ChangeSearch,
  countPrograms,
  daysOfMonth,
  type Effort,
  type ExamToTry,
  examsToTry,
  furtherExperience,
  rangeLow,
  type SmallestChange,
  type SmallestChanges,
  smallestChanges,
} from './what-if/index.js';
export { applicationCosts } from './whole-file/application-costs.js';
export { readWholeFile } from './whole-file/read-whole-file.js';
