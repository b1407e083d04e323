import type {
  AdvisorSpan,
  ApplicantAccess,
  ApplicantCalendar,
  ApplicantDetail,
  ApplicantExport,
  ApplicantFacets,
  ApplicantFilter,
  BriefRequest,
  Challenge,
  ChallengeDecline,
  ChallengeWrite,
  HistoryEntry,
  RecordWrite,
  ReviewEvent,
} from '@matchwatch/contracts';
import type { ListAudit } from '@matchwatch/domain';
import { type Download, download } from '../download.js';
import { ifMatch, listQuery, read, send } from './request.js';

/** Calls of one applicant, and of what lists of them show. */
export const applicantCalls = {
  getFacets: (filter: ApplicantFilter, signal?: AbortSignal): Promise<ApplicantFacets> =>
    read(`/applicants/facets${listQuery(filter)}`, signal),
  getReviewHistory: (applicantId: number, signal?: AbortSignal): Promise<ReviewEvent[]> =>
    read(`/applicants/${applicantId}/review-history`, signal),
  getHistory: (applicantId: number, signal?: AbortSignal): Promise<HistoryEntry[]> => read(`/applicants/${applicantId}/history`, signal),
  /** Writes a whole record over the given version; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveRecord: (applicantId: number, version: number, write: RecordWrite): Promise<ApplicantDetail> =>
    send('PUT', `/applicants/${applicantId}/record`, write, ifMatch(version)),
  getAccess: (applicantId: number, signal?: AbortSignal): Promise<ApplicantAccess> => read(`/applicants/${applicantId}/access`, signal),
  getAdvisors: (applicantId: number, signal?: AbortSignal): Promise<AdvisorSpan[]> => read(`/applicants/${applicantId}/advisors`, signal),
  getApplicantCalendar: (id: number, signal?: AbortSignal): Promise<ApplicantCalendar> => read(`/applicants/${id}/calendar`, signal),
  getListAudit: (id: number, signal?: AbortSignal): Promise<ListAudit> => read(`/applicants/${id}/list-audit`, signal),
  exportApplicants: (request: ApplicantExport): Promise<Download> => download('/applicants/export', request),
  makeBrief: (applicantId: number, request: BriefRequest): Promise<Download> => download(`/applicants/${applicantId}/brief`, request),
  makePacket: (applicantId: number, reason: string): Promise<Download> => download(`/applicants/${applicantId}/packet`, { reason }),
  writeChallenge: (applicantId: number, write: ChallengeWrite): Promise<Challenge> =>
    send('POST', `/applicants/${applicantId}/challenges`, write),
  declineChallenge: (challengeId: number, decline: ChallengeDecline): Promise<Challenge> =>
    send('POST', `/challenges/${challengeId}/decline`, decline),
  stateChallenge: (challengeId: number, statement: string): Promise<Challenge> =>
    send('POST', `/challenges/${challengeId}/statement`, { statement }),
  correctChallenge: (challengeId: number, version: number): Promise<Challenge> =>
    send('POST', `/challenges/${challengeId}/correct`, { version }),
};
