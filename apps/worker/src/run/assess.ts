import type { Day } from '@matchwatch/domain';
import { type Assessor, answerContent, createAssessor, defaultPolicy } from '@matchwatch/risk-rules';
import { type Chunk, type ChunkResult, digestOf, type NewAnswer } from '@matchwatch/store';

/** Assessors by day; a night asks for one, a history of runs for a few. */
const assessors = new Map<Day, Assessor>();

function assessorFor(asOf: Day): Assessor {
  const known = assessors.get(asOf);
  if (known) return known;
  if (assessors.size >= 8) assessors.clear();
  const assessor = createAssessor(defaultPolicy, asOf);
  assessors.set(asOf, assessor);
  return assessor;
}

/** The thinking of a chunk: pure. An applicant whose assessment throws becomes a problem; the others go on. */
export function assessChunk({ asOf, members }: Chunk): ChunkResult {
  const assess = assessorFor(asOf);
  const answers: NewAnswer[] = [];
  const problems: { applicantId: number; message: string }[] = [];
  let unchanged = 0;
  let notAssessable = 0;
  for (const { id, version, knownOn, record, standingDigest } of members) {
    try {
      const answer = assess(record, { changedOn: knownOn });
      if (answer.riskLevel === 'not-assessable') notAssessable++;
      const content = answerContent(answer);
      const digest = digestOf(content);
      if (digest === standingDigest) unchanged++;
      else answers.push({ applicantId: id, recordVersion: version, digest, riskLevel: answer.riskLevel, content });
    } catch (error) {
      problems.push({ applicantId: id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { answers, problems, unchanged, notAssessable, assessed: members.length - problems.length };
}
