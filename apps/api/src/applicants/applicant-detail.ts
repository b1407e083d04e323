import type { ApplicantDetail, Challenge, HistoryEntry } from '@matchwatch/contracts';
import { type ApplicantAction, academicPart, type Day } from '@matchwatch/domain';
import type { ApplicantFile, StandingRecord } from '@matchwatch/store';
import { isShownTo } from '../challenges/challenge-answer.js';
import { areaOf, toReview } from '../reviews/review-answer.js';
import { recordChanges } from './record-changes.js';

/** An applicant's file as the page of somebody gets it who may do these actions. */
export function toDetail(
  { standing, row, answer, reassessing, flags, reviews, reviewRevision, events, levels }: ApplicantFile,
  actions: readonly ApplicantAction[],
  challenges: readonly Challenge[],
  today: Day,
): ApplicantDetail {
  const { id, version, record, changedBy, changedAt, knownOn, reason, source } = standing;
  return {
    id,
    version,
    record: actions.includes('record.view') ? record : academicPart(record),
    may: [...actions],
    summary: row,
    answer: answer
      ? ({ externalId: record.externalId, asOf: answer.asOf, policy: answer.policyVersion, ...answer.answer } as ApplicantDetail['answer'])
      : null,
    assessed: answer
      ? {
          runId: answer.runId,
          at: answer.publishedAt.toISOString(),
          recordVersion: answer.recordVersion,
          policy: answer.policyVersion,
          rulesDigest: answer.rulesDigest,
        }
      : null,
    reassessing,
    flags: flags.map((flag) => ({
      ...flag,
      area: areaOf(flag.code),
      review: toReview(
        flag,
        reviews.find(({ flagId }) => flagId === flag.id),
        today,
      ),
    })),
    reviewRevision,
    events,
    levels,
    challenges: challenges.filter(({ subject }) => isShownTo(actions, subject)),
    change: { by: changedBy, at: changedAt.toISOString(), knownOn, reason, source },
  };
}

/** Versions, newest first, as a history: each with what it changed against the one before. */
export const toHistory = (versions: readonly StandingRecord[]): HistoryEntry[] =>
  versions.map(({ version, record, changedBy, changedAt, knownOn, reason, source, importId }, at) => {
    const before = versions[at + 1];
    return {
      version,
      by: changedBy,
      at: changedAt.toISOString(),
      knownOn,
      source,
      importId,
      reason,
      changes: before ? recordChanges(before.record, record) : [],
    };
  });
