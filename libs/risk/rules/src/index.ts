export type { Assessor, RecordContext } from '@matchwatch/risk-engine';
export { answerContent } from '@matchwatch/risk-engine';
export { defaultPolicy, findSeason, type Policy, type PolicyValues, revisePolicy } from '@matchwatch/risk-policy';
export { assess, createAssessor } from './assess.js';
export { type RulebookEntry, rulebook } from './rulebook.js';
export { caseworkRuleCodes, rules, rulesDigestInput } from './rules.js';
