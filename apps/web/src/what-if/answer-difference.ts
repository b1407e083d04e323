import { type Answer, areasWithoutRisk, type Finding, type FindingLevel, findingRank } from '@matchwatch/domain';

/** A finding that stays, at another level. */
export interface MovedFinding {
  readonly finding: Finding;
  readonly from: FindingLevel;
}

/** What happens to the findings that weigh on the level when the record changes. */
export interface AnswerDifference {
  readonly goes: readonly Finding[];
  readonly comes: readonly Finding[];
  readonly moves: readonly MovedFinding[];
  readonly stays: readonly Finding[];
  /** Findings of today that could not be told any more: neither gone nor there. */
  readonly unknown: readonly Finding[];
}

const bySeverity = (a: Finding, b: Finding): number => findingRank[b.level] - findingRank[a.level];

/** Compares two answers of one person, the most serious findings first; what concerns the data or the school alone is left out. */
export function compareAnswers(today: Answer, then: Answer): AnswerDifference {
  const before = today.findings.filter(({ area }) => !areasWithoutRisk.has(area)).toSorted(bySeverity);
  const after = then.findings.filter(({ area }) => !areasWithoutRisk.has(area)).toSorted(bySeverity);
  const find = (list: readonly Finding[], code: string) => list.find((finding) => finding.code === code);
  const gone = before.filter(({ code }) => find(after, code) === undefined);
  const isUnknown = ({ code }: Finding) => then.unknown.some((one) => one.code === code);
  const levelBefore = ({ code }: Finding) => find(before, code)?.level;
  return {
    goes: gone.filter((finding) => !isUnknown(finding)),
    unknown: gone.filter(isUnknown),
    comes: after.filter((finding) => levelBefore(finding) === undefined),
    moves: after.flatMap((finding) => {
      const from = levelBefore(finding);
      return from === undefined || from === finding.level ? [] : [{ finding, from }];
    }),
    stays: after.filter((finding) => levelBefore(finding) === finding.level),
  };
}
