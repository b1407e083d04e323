import type { ApplicantRecord, Day, PolicyNotice, RuleCode } from '@matchwatch/domain';
import type { RecordContext } from '@matchwatch/risk-engine';
import { isInForce, type Policy } from '@matchwatch/risk-policy';
import { createAssessor } from '../assess.js';
import { policyKeysOfRule } from '../policy-use/policy-use.js';
import { rules } from '../rules.js';

/** A record to try two policies on, with its day and what the school has done. */
export interface PolicyTrial {
  readonly record: ApplicantRecord;
  readonly asOf: Day;
  readonly context: RecordContext;
}

/**
 * Rules that some trial records raise under the policy in force and none under the draft. A sign, not a proof: another record may raise
 * them. It is for a policy on a file, which has no cohort to be tried on. The API does not offer it: two thousand trials hold a process for
 * half a second and more, and a school's draft is tried on its own applicants before it can be published, which says of each rule what would close.
 */
export function lintByTrials(inForce: Policy, draft: Policy, trials: readonly PolicyTrial[]): PolicyNotice[] {
  // Days on which a value has not begun are told by a notice of their own.
  const days = new Set(trials.map(({ asOf }) => asOf).filter((day) => isInForce(inForce, day) && isInForce(draft, day)));
  const tried = trials.filter(({ asOf }) => days.has(asOf));
  const before = countRaised(inForce, tried);
  const after = countRaised(draft, tried);
  const changed = Object.keys({ ...inForce.values, ...draft.values }).filter(
    (key) => inForce.values[key as 'season.2027'] !== draft.values[key as 'season.2027'],
  );
  return rules.flatMap(({ code }): PolicyNotice[] => {
    const count = before.get(code) ?? 0;
    if (count === 0 || after.has(code)) return [];
    // What silences it is among the keys that the draft changes; a rule may also fall silent through one that it is only told of.
    const keys = policyKeysOfRule(code).filter((key) => changed.includes(key));
    return [
      {
        code: 'rule.never-raised',
        severity: 'warning',
        keys: keys.length > 0 ? keys : changed,
        evidence: { rule: code as RuleCode, before: count, trials: tried.length },
      },
    ];
  });
}

function countRaised(policy: Policy, trials: readonly PolicyTrial[]): Map<string, number> {
  const assessors = new Map<Day, ReturnType<typeof createAssessor>>();
  const raised = new Map<string, number>();
  for (const { record, asOf, context } of trials) {
    let assess = assessors.get(asOf);
    if (assess === undefined) {
      assess = createAssessor(policy, asOf);
      assessors.set(asOf, assess);
    }
    const { findings, careGaps } = assess(record, context);
    for (const { code } of findings) raised.set(code, (raised.get(code) ?? 0) + 1);
    for (const { code } of careGaps) raised.set(code, (raised.get(code) ?? 0) + 1);
  }
  return raised;
}
