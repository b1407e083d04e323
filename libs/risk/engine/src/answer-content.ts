import type { Answer } from '@matchwatch/domain';

/** What an answer says, apart from whom, which day and which policy it was asked of: those stand in the row that stores it. */
export type AnswerContent = Omit<Answer, 'externalId' | 'asOf' | 'policy'>;

/**
 * The content of an answer as canonical JSON, for storing and for digests: equal strings, equal answers.
 * Canonical for answers as the assessor makes them; an answer whose keys were reordered by a database gives another string.
 */
export const answerContent = (answer: Answer): string =>
  JSON.stringify({
    riskLevel: answer.riskLevel,
    setBy: answer.setBy,
    categories: answer.categories,
    imgTier: answer.imgTier,
    programTarget: answer.programTarget,
    findings: answer.findings,
    unknown: answer.unknown,
    strengths: answer.strengths,
    careGaps: answer.careGaps,
    advice: answer.advice,
  } satisfies AnswerContent);
