import type { AdvisorAssign, AdvisorAssigned, ApplicantReviews, Caseload, QueueCounts, Reviewer, ReviewWrite } from '@matchwatch/contracts';
import { ifMatch, listQuery, query, read, send } from './request.js';

/** Calls of the review queue and the caseload. */
export const reviewCalls = {
  getQueueCounts: (season: number | undefined, signal?: AbortSignal): Promise<QueueCounts> =>
    read(`/review-queue/counts${listQuery({ season })}`, signal),
  getReviewers: (applicantId: number, signal?: AbortSignal): Promise<Reviewer[]> => read(`/applicants/${applicantId}/reviewers`, signal),
  /** Takes a decision about flags over the given revision; throws an `HttpError` 412 or 409 when somebody was faster. */
  decideReviews: (applicantId: number, revision: number, write: ReviewWrite): Promise<ApplicantReviews> =>
    send('POST', `/applicants/${applicantId}/reviews`, write, ifMatch(revision)),
  getCaseload: (season: number | undefined, signal?: AbortSignal): Promise<Caseload> => read(`/caseload${query({ season })}`, signal),
  assignAdvisor: (order: AdvisorAssign): Promise<AdvisorAssigned> => send('POST', '/caseload/assign', order),
  setCaseloadTarget: (personId: number, target: number | null): Promise<void> =>
    send('PUT', `/people/${personId}/caseload-target`, { target }),
};
