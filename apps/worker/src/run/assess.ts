import { daysThatMatter } from '@matchwatch/domain';
import { type Assessor, answerContent } from '@matchwatch/risk-rules';
import { type ChunkMember, type ChunkResult, digestOf, type NewAnswer } from '@matchwatch/store';
import { inputHash } from './input-hash.js';
import { problemMessage, storable } from './storable.js';

/** The thinking of a chunk: pure. An applicant whose assessment throws becomes a problem; the others go on. */
export function assessChunk(members: readonly ChunkMember[], assess: Assessor): ChunkResult {
  const answers: NewAnswer[] = [];
  const problems: { applicantId: number; message: string }[] = [];
  let unchanged = 0;
  let notAssessable = 0;
  let newlyNotAssessable = 0;
  for (const member of members) {
    const { id, version, knownOn, standingDigest, standingLevel, storedCasework } = member;
    try {
      const answer = assess(member.record, { changedOn: knownOn, casework: member.casework });
      if (answer.riskLevel === 'not-assessable') {
        notAssessable++;
        if (standingLevel !== null && standingLevel !== 'not-assessable') newlyNotAssessable++;
      }
      const content = answerContent(answer);
      const digest = digestOf(content);
      if (digest === standingDigest) unchanged++;
      else
        answers.push({
          applicantId: id,
          recordVersion: version,
          digest,
          riskLevel: answer.riskLevel,
          content: storable(content),
          due: daysThatMatter(answer),
          casework: storedCasework,
        });
    } catch (error) {
      problems.push({ applicantId: id, message: problemMessage(error) });
    }
  }
  return {
    answers,
    problems,
    unchanged,
    notAssessable,
    newlyNotAssessable,
    assessed: members.length - problems.length,
    inputHash: inputHash(members),
  };
}
