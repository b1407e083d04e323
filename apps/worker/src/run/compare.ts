import { type Answer, type Finding, type FlagEventKind, findingRank, shadowMove } from '@matchwatch/domain';
import { type Assessor, answerContent } from '@matchwatch/risk-rules';
import type { ChunkMember, NewShadowChange, ShadowChunkResult, ShadowFinding, ShadowTally } from '@matchwatch/store';
import { inputHash } from './input-hash.js';
import { problemMessage, storable } from './storable.js';

/** The thinking of a chunk of a shadow run: everybody answered by the policy in force and by the draft, on the same record and day. */
export function compareChunk(members: readonly ChunkMember[], inForce: Assessor, draft: Assessor): ShadowChunkResult {
  const changes: NewShadowChange[] = [];
  const problems: { applicantId: number; message: string }[] = [];
  const tally = new Map<string, [...ShadowTally]>();
  let unchanged = 0;
  let notAssessable = 0;
  let newlyNotAssessable = 0;
  for (const member of members) {
    const { id, knownOn } = member;
    try {
      const { record } = member;
      const context = { changedOn: knownOn, casework: member.casework };
      const before = inForce(record, context);
      const after = draft(record, context);
      const [from, to] = [before.riskLevel, after.riskLevel];
      if (to === 'not-assessable') notAssessable++;
      if (to === 'not-assessable' && from !== to) newlyNotAssessable++;
      const advisor = record.advisor?.toLowerCase() ?? null;
      storable(JSON.stringify(advisor));
      const group = [record.applicantType, advisor, from, to].join(' ');
      const counted = tally.get(group);
      if (counted) counted[4]++;
      else tally.set(group, [record.applicantType, advisor, from, to, 1]);
      if (answerContent(before) === answerContent(after)) unchanged++;
      else {
        const findings = findingChanges(before, after);
        const move = shadowMove(from, to) ?? null;
        if (move !== null || findings.length > 0) changes.push({ applicantId: id, from, to, move, findings });
      }
    } catch (error) {
      problems.push({ applicantId: id, message: problemMessage(error) });
    }
  }
  return {
    changes,
    tally: [...tally.values()],
    problems,
    unchanged,
    notAssessable,
    newlyNotAssessable,
    assessed: members.length - problems.length,
    inputHash: inputHash(members),
  };
}

/** What a publication of the second answer would do to the flags of the first: as there, unknown never closes. */
export function findingChanges(before: Answer, after: Answer): ShadowFinding[] {
  const raised = byCode(after);
  const unknown = new Set(after.unknown.map(({ code }) => code));
  const changes: ShadowFinding[] = [];
  for (const { code, level: from } of byCode(before).values()) {
    const to = raised.get(code)?.level ?? null;
    raised.delete(code);
    if (to === null ? !unknown.has(code) : to !== from) changes.push({ code, kind: kindOf(from, to), from, to });
  }
  for (const { code, level: to } of raised.values()) changes.push({ code, kind: 'opened', from: null, to });
  return changes;
}

const byCode = ({ findings, careGaps }: Answer): Map<string, Finding> =>
  new Map([...findings, ...careGaps].map((finding) => [finding.code, finding]));

const kindOf = (from: Finding['level'], to: Finding['level'] | null): FlagEventKind =>
  to === null ? 'closed' : findingRank[to] > findingRank[from] ? 'raised' : 'lowered';
