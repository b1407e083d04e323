import type {
  Account,
  AccountSession,
  AdvisingEvidence,
  AdvisorAssign,
  AdvisorAssigned,
  AdvisorSpan,
  Advocacy,
  AdvocacyChange,
  AdvocacyWrite,
  ApplicantAccess,
  ApplicantCasework,
  ApplicantDetail,
  ApplicantExport,
  ApplicantFacets,
  ApplicantFilter,
  ApplicantReviews,
  AuditExport,
  Backups,
  BriefRequest,
  BulkAnswer,
  BulkRequest,
  BulkResult,
  Calendar,
  CalendarEventAnswer,
  CalendarEventWrite,
  CalendarFeedAnswer,
  CalendarFeedMade,
  CalendarPerson,
  Caseload,
  Challenge,
  ChallengeDecline,
  ChallengeWrite,
  CheckedIds,
  CheckIn,
  CheckInWrite,
  Checklist,
  ChecklistTick,
  CohortViewDetail,
  CohortViewWrite,
  Delivery,
  DeliveryDecide,
  DeliveryFilter,
  EmergencyAccess,
  FactorConfirmed,
  FactorOffer,
  GlassBreak,
  GlassBroken,
  Help,
  HistoryEntry,
  Home,
  ImportDetail,
  Invitation,
  InvitationTake,
  InvitedPerson,
  ListedCohortView,
  Meeting,
  MeetingCorrection,
  MeetingDraft,
  MeetingForMany,
  MeetingRevision,
  MeetingWrite,
  MembershipChange,
  Outreach,
  OutreachWrite,
  PasswordChange,
  PastedIds,
  Person,
  PersonInvite,
  PersonRelation,
  Plan,
  PlanRevision,
  PlanRevisionWrite,
  PlanWrite,
  PolicyDraft,
  PolicyDraftWrite,
  PolicyInForce,
  PolicyVersionDetail,
  ProgramAdd,
  ProgramDetail,
  ProgramVersion,
  ProgramWrite,
  QueueCounts,
  RecordWrite,
  RecoveryCodes,
  Referral,
  ReferralChange,
  ReferralWrite,
  RelationGive,
  ReportDownload,
  ReportEdition,
  ReportEditionDetail,
  ReportMail,
  ReportMailing,
  ReportRequest,
  ReportSent,
  ReviewEvent,
  Reviewer,
  ReviewWrite,
  Rulebook,
  Run,
  RunComparison,
  RunRequest,
  SavedDraft,
  Schedule,
  SecondFactorRule,
  Session,
  Shadow,
  Subscription,
  SubscriptionWrite,
  System,
  Task,
  TaskMove,
  TaskWrite,
} from '@matchwatch/contracts';
import type { ListAudit, MailedReport } from '@matchwatch/domain';
import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider } from 'react-admin';
import { queryOf, type ShadowQuestion } from '../policy/shadow-question.js';
import { type Download, download } from './download.js';
import { apiUrl, httpClient } from './http-client.js';

/** What is asked of the comparison of a run: against which other, the one before it unless said, and which rows. */
export interface RunQuestion {
  against: number | undefined;
  range: readonly [from: number, to: number];
}

/** react-admin's calls, and those of Matchwatch that are no plain reading or writing of a resource. */
export interface MatchwatchDataProvider extends DataProvider {
  getEvidence: (asked: { season?: number | undefined; from?: string; to?: string }, signal?: AbortSignal) => Promise<AdvisingEvidence>;
  exportEvidence: (request: { season?: number | undefined; from: string; to: string; reason: string }) => Promise<Download>;
  getCalendar: (
    asked: { from?: string | undefined; to?: string | undefined; season?: number | undefined },
    signal?: AbortSignal,
  ) => Promise<Calendar>;
  getCalendarPeople: (on: string, season: number | undefined, signal?: AbortSignal) => Promise<CalendarPerson[]>;
  addCalendarEvent: (event: CalendarEventWrite) => Promise<CalendarEventAnswer>;
  changeCalendarEvent: (eventId: number, version: number, event: CalendarEventWrite) => Promise<CalendarEventAnswer>;
  removeCalendarEvent: (eventId: number, version: number) => Promise<void>;
  getCalendarFeed: (signal?: AbortSignal) => Promise<CalendarFeedAnswer>;
  makeCalendarFeed: () => Promise<CalendarFeedMade>;
  endCalendarFeed: () => Promise<void>;
  getHelp: (season: number, signal?: AbortSignal) => Promise<Help>;
  getHome: (season: number | undefined, signal?: AbortSignal) => Promise<Home>;
  getRulebook: (signal?: AbortSignal) => Promise<Rulebook>;
  getPolicy: (signal?: AbortSignal) => Promise<PolicyInForce>;
  beginDraft: (draft: PolicyDraft) => Promise<PolicyVersionDetail>;
  /** Writes a whole draft over the given revision; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveDraft: (versionId: number, revision: number, draft: PolicyDraftWrite) => Promise<PolicyVersionDetail>;
  getShadow: (versionId: number, question: ShadowQuestion, signal?: AbortSignal) => Promise<Shadow>;
  tryDraft: (versionId: number) => Promise<Shadow>;
  publishPolicy: (versionId: number, revision: number, reason?: string) => Promise<PolicyVersionDetail>;
  endPolicy: (versionId: number, action: 'discard' | 'withdraw', reason: string) => Promise<PolicyVersionDetail>;
  getFacets: (filter: ApplicantFilter, signal?: AbortSignal) => Promise<ApplicantFacets>;
  getReviewHistory: (applicantId: number, signal?: AbortSignal) => Promise<ReviewEvent[]>;
  getHistory: (applicantId: number, signal?: AbortSignal) => Promise<HistoryEntry[]>;
  /** Writes a whole record over the given version; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveRecord: (applicantId: number, version: number, write: RecordWrite) => Promise<ApplicantDetail>;
  startRun: (request: RunRequest) => Promise<Run>;
  actOnRun: (runId: number, action: 'cancel' | 'approve' | 'discard', reason?: string) => Promise<Run>;
  retryRun: (runId: number) => Promise<Run>;
  compareRuns: (runId: number, question: RunQuestion, signal?: AbortSignal) => Promise<RunComparison>;
  getSchedules: (signal?: AbortSignal) => Promise<Schedule[]>;
  getSystem: (signal?: AbortSignal) => Promise<System>;
  backUp: () => Promise<Backups>;
  pauseSchedule: (scheduleId: number, reason: string) => Promise<Schedule>;
  resumeSchedule: (scheduleId: number, reason?: string) => Promise<Schedule>;
  previewImport: (files: readonly File[]) => Promise<ImportDetail>;
  applyImport: (importId: number, options: { approve?: boolean; reason?: string }) => Promise<ImportDetail>;
  cancelImport: (importId: number) => Promise<ImportDetail>;
  undoImport: (importId: number, reason?: string) => Promise<ImportDetail>;
  getAccess: (applicantId: number, signal?: AbortSignal) => Promise<ApplicantAccess>;
  getViews: (signal?: AbortSignal) => Promise<ListedCohortView[]>;
  getView: (viewId: number, signal?: AbortSignal) => Promise<CohortViewDetail>;
  saveView: (view: CohortViewWrite) => Promise<CohortViewDetail>;
  /** Writes a whole view over the given version; throws an `HttpError` 412 when somebody was faster. */
  changeView: (viewId: number, version: number, view: CohortViewWrite) => Promise<CohortViewDetail>;
  removeView: (viewId: number) => Promise<void>;
  checkIds: (ids: PastedIds) => Promise<CheckedIds>;
  getMembership: (viewId: number, most: number, signal?: AbortSignal) => Promise<MembershipChange[]>;
  /** Does one thing for everybody a filter shows, once under a key. */
  doForAll: (request: BulkRequest, key: string) => Promise<BulkAnswer>;
  exportApplicants: (request: ApplicantExport) => Promise<Download>;
  exportAudit: (request: AuditExport) => Promise<Download>;
  makeBrief: (applicantId: number, request: BriefRequest) => Promise<Download>;
  makePacket: (applicantId: number, reason: string) => Promise<Download>;
  getReports: (season: number | undefined, signal?: AbortSignal) => Promise<ReportEdition[]>;
  getReport: (reportId: number, signal?: AbortSignal) => Promise<ReportEditionDetail>;
  getReportMail: (reportId: number, signal?: AbortSignal) => Promise<ReportMail>;
  /** Makes this week’s report, or a correction of it. */
  freezeReport: (request: ReportRequest) => Promise<ReportEdition>;
  downloadReport: (reportId: number, request: ReportDownload) => Promise<Download>;
  writeChallenge: (applicantId: number, write: ChallengeWrite) => Promise<Challenge>;
  declineChallenge: (challengeId: number, decline: ChallengeDecline) => Promise<Challenge>;
  stateChallenge: (challengeId: number, statement: string) => Promise<Challenge>;
  correctChallenge: (challengeId: number, version: number) => Promise<Challenge>;
  getQueueCounts: (season: number | undefined, signal?: AbortSignal) => Promise<QueueCounts>;
  getCaseload: (season: number | undefined, signal?: AbortSignal) => Promise<Caseload>;
  assignAdvisor: (order: AdvisorAssign) => Promise<AdvisorAssigned>;
  setCaseloadTarget: (personId: number, target: number | null) => Promise<void>;
  getReviewers: (applicantId: number, signal?: AbortSignal) => Promise<Reviewer[]>;
  /** Takes a decision about flags over the given revision; throws an `HttpError` 412 or 409 when somebody was faster. */
  decideReviews: (applicantId: number, revision: number, write: ReviewWrite) => Promise<ApplicantReviews>;
  getPeople: (signal?: AbortSignal) => Promise<Person[]>;
  invitePerson: (person: PersonInvite) => Promise<InvitedPerson>;
  inviteAgain: (personId: number) => Promise<InvitedPerson>;
  changePerson: (personId: number, person: Pick<Person, 'name' | 'role'>) => Promise<Person>;
  actOnPerson: (personId: number, action: PersonAction, reason: string) => Promise<Person>;
  getRelations: (signal?: AbortSignal) => Promise<PersonRelation[]>;
  giveRelation: (relation: RelationGive) => Promise<PersonRelation>;
  endRelation: (relationId: number, reason: string) => Promise<void>;
  breakGlass: (request: GlassBreak) => Promise<GlassBroken>;
  getEmergencyAccess: (signal?: AbortSignal) => Promise<EmergencyAccess[]>;
  lookAtInvitation: (token: string) => Promise<Invitation>;
  takeInvitation: (take: InvitationTake) => Promise<void>;
  getAdvisors: (applicantId: number, signal?: AbortSignal) => Promise<AdvisorSpan[]>;
  getProgramHistory: (programId: number, signal?: AbortSignal) => Promise<ProgramVersion[]>;
  addProgram: (program: ProgramAdd) => Promise<ProgramDetail>;
  saveProgram: (programId: number, version: number, program: ProgramWrite) => Promise<ProgramDetail>;
  getListAudit: (applicantId: number, signal?: AbortSignal) => Promise<ListAudit>;
  noteAdvocacy: (applicantId: number, advocacy: AdvocacyWrite) => Promise<Advocacy>;
  changeAdvocacy: (applicantId: number, advocacyId: number, version: number, change: AdvocacyChange) => Promise<Advocacy>;
  getCasework: (applicantId: number, signal?: AbortSignal) => Promise<ApplicantCasework>;
  getMeetingDraft: (applicantId: number, signal?: AbortSignal) => Promise<SavedDraft>;
  saveMeetingDraft: (applicantId: number, draft: MeetingDraft) => Promise<void>;
  dropMeetingDraft: (applicantId: number) => Promise<void>;
  logMeeting: (applicantId: number, meeting: MeetingWrite) => Promise<Meeting>;
  logForMany: (meeting: MeetingForMany) => Promise<BulkResult>;
  /** Writes over the given version, as the other changes of casework do; throws an `HttpError` 412 or 409 when somebody was faster. */
  correctMeeting: (applicantId: number, meetingId: number, version: number, meeting: MeetingCorrection) => Promise<Meeting>;
  withdrawMeeting: (applicantId: number, meetingId: number, version: number, reason: string) => Promise<Meeting>;
  getMeetingRevisions: (applicantId: number, meetingId: number) => Promise<MeetingRevision[]>;
  draftPlan: (applicantId: number, plan: PlanWrite) => Promise<Plan>;
  revisePlan: (applicantId: number, planId: number, version: number, plan: PlanRevisionWrite) => Promise<Plan>;
  agreePlan: (applicantId: number, planId: number, version: number, agreement: { on: string; with: string }) => Promise<Plan>;
  closePlan: (applicantId: number, planId: number, version: number, end: { ending: string; reason: string | null }) => Promise<Plan>;
  getPlanRevisions: (applicantId: number, planId: number) => Promise<PlanRevision[]>;
  addTask: (applicantId: number, task: TaskWrite) => Promise<Task>;
  changeTask: (applicantId: number, taskId: number, version: number, task: TaskWrite) => Promise<Task>;
  moveTask: (applicantId: number, taskId: number, version: number, move: TaskMove) => Promise<Task>;
  startChecklist: (applicantId: number, template: string) => Promise<Checklist>;
  tickChecklist: (applicantId: number, checklistId: number, tick: ChecklistTick) => Promise<Checklist>;
  refer: (applicantId: number, referral: ReferralWrite) => Promise<Referral>;
  changeReferral: (applicantId: number, referralId: number, version: number, change: ReferralChange) => Promise<Referral>;
  noteCheckIn: (applicantId: number, checkIn: CheckInWrite) => Promise<CheckIn>;
  sendOutreach: (applicantId: number, message: OutreachWrite) => Promise<Outreach>;
  getSecondFactorRule: (signal?: AbortSignal) => Promise<SecondFactorRule>;
  saveSecondFactorRule: (rule: SecondFactorRule) => Promise<SecondFactorRule>;
  getDeliveries: (filter: DeliveryFilter, signal?: AbortSignal) => Promise<Delivery[]>;
  decideDelivery: (deliveryId: number, decide: DeliveryDecide) => Promise<Delivery>;
  getMailing: (signal?: AbortSignal) => Promise<ReportMailing>;
  saveMailNames: (names: boolean) => Promise<void>;
  pauseReport: (report: MailedReport, reason: string) => Promise<void>;
  resumeReport: (report: MailedReport) => Promise<void>;
  sendWeekly: (season: number) => Promise<ReportSent>;
  getSubscriptions: (signal?: AbortSignal) => Promise<Subscription[]>;
  saveSubscription: (report: MailedReport, wanted: SubscriptionWrite) => Promise<Subscription[]>;
  getAccount: (signal?: AbortSignal) => Promise<Account>;
  changePassword: (change: PasswordChange) => Promise<Session>;
  offerFactor: (present: string) => Promise<FactorOffer>;
  confirmFactor: (code: string) => Promise<FactorConfirmed>;
  renewRecoveryCodes: (present: string) => Promise<RecoveryCodes>;
  removeFactor: (present: string) => Promise<void>;
  getSessions: (signal?: AbortSignal) => Promise<AccountSession[]>;
  endSession: (sessionId: number) => Promise<void>;
  endOtherSessions: () => Promise<void>;
}

/** What is done to a colleague with nothing but a reason. */
export type PersonAction = 'disable' | 'enable' | 'reset-factor' | 'end-sessions';

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, signal ? { signal } : {});
  return json as T;
}

async function send<T>(method: 'POST' | 'PUT', path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, { method, body: JSON.stringify(body), headers: new Headers(headers) });
  return json as T;
}

/** What was told of a span, as a query. */
const spanQuery = (asked: Record<string, string | number | undefined>): string => {
  const told = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `?${new URLSearchParams(told)}`;
};
/** Most rows of the ledger of mail on a page. */
const mostDeliveries = 100;

const ifMatch = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

export const dataProvider: MatchwatchDataProvider = {
  ...simpleRestProvider(apiUrl, httpClient),
  supportAbortSignal: true,
  getEvidence: (asked, signal) => read(`/evidence${spanQuery(asked)}`, signal),
  exportEvidence: (request) => download('/evidence/export', request),
  getHelp: (season, signal) => read(`/help?season=${season}`, signal),
  getHome: (season, signal) => read(season === undefined ? '/home' : `/home?season=${season}`, signal),
  getRulebook: (signal) => read('/rulebook', signal),
  getPolicy: (signal) => read('/policy', signal),
  beginDraft: (draft) => send('POST', '/policy-versions', draft),
  saveDraft: (versionId, revision, draft) => send('PUT', `/policy-versions/${versionId}`, draft, ifMatch(revision)),
  getShadow: (versionId, question, signal) => read(`/policy-versions/${versionId}/shadow${queryOf(question)}`, signal),
  tryDraft: (versionId) => send('POST', `/policy-versions/${versionId}/shadow`, {}),
  publishPolicy: (versionId, revision, reason) =>
    send('POST', `/policy-versions/${versionId}/publish`, reason ? { reason } : {}, ifMatch(revision)),
  endPolicy: (versionId, action, reason) => send('POST', `/policy-versions/${versionId}/${action}`, reason ? { reason } : {}),
  getFacets: (filter, signal) => read(`/applicants/facets?filter=${encodeURIComponent(JSON.stringify(filter))}`, signal),
  getReviewHistory: (applicantId, signal) => read(`/applicants/${applicantId}/review-history`, signal),
  getHistory: (applicantId, signal) => read(`/applicants/${applicantId}/history`, signal),
  saveRecord: (applicantId, version, write) => send('PUT', `/applicants/${applicantId}/record`, write, ifMatch(version)),
  startRun: (request) => send('POST', '/runs', request),
  actOnRun: (runId, action, reason) => send('POST', `/runs/${runId}/${action}`, reason ? { reason } : {}),
  retryRun: (runId) => send('POST', `/runs/${runId}/retry`, {}),
  compareRuns: (runId, { against, range }, signal) =>
    read(
      `/runs/${runId}/comparison?${new URLSearchParams({
        filter: JSON.stringify(against === undefined ? {} : { with: against }),
        range: JSON.stringify(range),
      })}`,
      signal,
    ),
  getSchedules: (signal) => read('/schedules', signal),
  getSystem: (signal) => read('/system', signal),
  backUp: () => send('POST', '/system/backups', {}),
  pauseSchedule: (scheduleId, reason) => send('POST', `/schedules/${scheduleId}/pause`, { reason }),
  resumeSchedule: (scheduleId, reason) => send('POST', `/schedules/${scheduleId}/resume`, reason ? { reason } : {}),
  previewImport: async (files) => {
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    const { json } = await httpClient(`${apiUrl}/imports`, { method: 'POST', body });
    return json as ImportDetail;
  },
  applyImport: (importId, options) => send('POST', `/imports/${importId}/apply`, options),
  cancelImport: (importId) => send('POST', `/imports/${importId}/cancel`, {}),
  undoImport: (importId, reason) => send('POST', `/imports/${importId}/undo`, reason ? { reason } : {}),
  getAccess: (applicantId, signal) => read(`/applicants/${applicantId}/access`, signal),
  getViews: (signal) => read('/views', signal),
  getView: (viewId, signal) => read(`/views/${viewId}`, signal),
  saveView: (view) => send('POST', '/views', view),
  changeView: (viewId, version, view) => send('PUT', `/views/${viewId}`, view, ifMatch(version)),
  removeView: async (viewId) => {
    await httpClient(`${apiUrl}/views/${viewId}`, { method: 'DELETE' });
  },
  checkIds: (ids) => send('POST', '/views/check-ids', ids),
  getMembership: (viewId, most, signal) => read(`/views/${viewId}/history?range=[0,${most - 1}]`, signal),
  doForAll: (request, key) => send('POST', '/applicants/bulk', request, { 'Idempotency-Key': key }),
  exportApplicants: (request) => download('/applicants/export', request),
  exportAudit: (request) => download('/audit/export', request),
  makeBrief: (applicantId, request) => download(`/applicants/${applicantId}/brief`, request),
  getReports: (season, signal) =>
    read(`/reports?range=[0,103]&filter=${encodeURIComponent(JSON.stringify(season === undefined ? {} : { season }))}`, signal),
  getReport: (reportId, signal) => read(`/reports/${reportId}`, signal),
  getReportMail: (reportId, signal) => read(`/reports/${reportId}/mail`, signal),
  freezeReport: (request) => send('POST', '/reports', request),
  downloadReport: (reportId, request) => download(`/reports/${reportId}/download`, request),
  makePacket: (applicantId, reason) => download(`/applicants/${applicantId}/packet`, { reason }),
  writeChallenge: (applicantId, write) => send('POST', `/applicants/${applicantId}/challenges`, write),
  declineChallenge: (challengeId, decline) => send('POST', `/challenges/${challengeId}/decline`, decline),
  stateChallenge: (challengeId, statement) => send('POST', `/challenges/${challengeId}/statement`, { statement }),
  correctChallenge: (challengeId, version) => send('POST', `/challenges/${challengeId}/correct`, { version }),
  getQueueCounts: (season, signal) =>
    read(`/review-queue/counts?filter=${encodeURIComponent(JSON.stringify(season === undefined ? {} : { season }))}`, signal),
  getCalendar: (asked, signal) => read(`/calendar${spanQuery(asked)}`, signal),
  getCalendarPeople: (on, season, signal) => read(`/calendar/people${spanQuery({ on, season })}`, signal),
  addCalendarEvent: (event) => send('POST', '/calendar/events', event),
  changeCalendarEvent: (eventId, version, event) => send('PUT', `/calendar/events/${eventId}`, event, ifMatch(version)),
  removeCalendarEvent: async (eventId, version) => {
    await httpClient(`${apiUrl}/calendar/events/${eventId}`, { method: 'DELETE', headers: new Headers(ifMatch(version)) });
  },
  getCalendarFeed: (signal) => read('/account/calendar-feed', signal),
  makeCalendarFeed: () => send('POST', '/account/calendar-feed', {}),
  endCalendarFeed: async () => {
    await httpClient(`${apiUrl}/account/calendar-feed`, { method: 'DELETE' });
  },
  getCaseload: (season, signal) => read(season === undefined ? '/caseload' : `/caseload?season=${season}`, signal),
  assignAdvisor: (order) => send('POST', '/caseload/assign', order),
  setCaseloadTarget: (personId, target) => send('PUT', `/people/${personId}/caseload-target`, { target }),
  getReviewers: (applicantId, signal) => read(`/applicants/${applicantId}/reviewers`, signal),
  decideReviews: (applicantId, revision, write) => send('POST', `/applicants/${applicantId}/reviews`, write, ifMatch(revision)),
  getPeople: (signal) => read('/people', signal),
  invitePerson: (person) => send('POST', '/people', person),
  inviteAgain: (personId) => send('POST', `/people/${personId}/invite`, {}),
  changePerson: (personId, person) => send('PUT', `/people/${personId}`, person),
  actOnPerson: (personId, action, reason) => send('POST', `/people/${personId}/${action}`, reason ? { reason } : {}),
  getRelations: (signal) => read('/relations', signal),
  giveRelation: (relation) => send('POST', '/relations', relation),
  endRelation: (relationId, reason) => send('POST', `/relations/${relationId}/end`, reason ? { reason } : {}),
  breakGlass: (request) => send('POST', '/emergency-access', request),
  getEmergencyAccess: (signal) => read('/emergency-access', signal),
  lookAtInvitation: (token) => send('POST', '/invitations/look', { token }),
  takeInvitation: (take) => send('POST', '/invitations/take', take),
  getAdvisors: (applicantId, signal) => read(`/applicants/${applicantId}/advisors`, signal),
  getProgramHistory: (programId, signal) => read(`/programs/${programId}/history`, signal),
  addProgram: (program) => send('POST', '/programs', program),
  saveProgram: (programId, version, program) => send('PUT', `/programs/${programId}`, program, ifMatch(version)),
  getListAudit: (id, signal) => read(`/applicants/${id}/list-audit`, signal),
  noteAdvocacy: (id, advocacy) => send('POST', `/applicants/${id}/advocacies`, advocacy),
  changeAdvocacy: (id, advocacyId, version, change) => send('PUT', `/applicants/${id}/advocacies/${advocacyId}`, change, ifMatch(version)),
  getCasework: (id, signal) => read(`/applicants/${id}/casework`, signal),
  getMeetingDraft: (id, signal) => read(`/applicants/${id}/meeting-draft`, signal),
  saveMeetingDraft: (id, draft) => send('PUT', `/applicants/${id}/meeting-draft`, draft),
  dropMeetingDraft: async (id) => {
    await httpClient(`${apiUrl}/applicants/${id}/meeting-draft`, { method: 'DELETE' });
  },
  logMeeting: (id, meeting) => send('POST', `/applicants/${id}/meetings`, meeting),
  logForMany: (meeting) => send('POST', '/meetings', meeting),
  correctMeeting: (id, meetingId, version, meeting) => send('PUT', `/applicants/${id}/meetings/${meetingId}`, meeting, ifMatch(version)),
  withdrawMeeting: (id, meetingId, version, reason) =>
    send('POST', `/applicants/${id}/meetings/${meetingId}/withdraw`, { reason }, ifMatch(version)),
  getMeetingRevisions: (id, meetingId) => read(`/applicants/${id}/meetings/${meetingId}/revisions`),
  draftPlan: (id, plan) => send('POST', `/applicants/${id}/plans`, plan),
  revisePlan: (id, planId, version, plan) => send('PUT', `/applicants/${id}/plans/${planId}`, plan, ifMatch(version)),
  agreePlan: (id, planId, version, agreement) => send('POST', `/applicants/${id}/plans/${planId}/agree`, agreement, ifMatch(version)),
  closePlan: (id, planId, version, end) => send('POST', `/applicants/${id}/plans/${planId}/close`, end, ifMatch(version)),
  getPlanRevisions: (id, planId) => read(`/applicants/${id}/plans/${planId}/revisions`),
  addTask: (id, task) => send('POST', `/applicants/${id}/tasks`, task),
  changeTask: (id, taskId, version, task) => send('PUT', `/applicants/${id}/tasks/${taskId}`, task, ifMatch(version)),
  moveTask: (id, taskId, version, move) => send('POST', `/applicants/${id}/tasks/${taskId}/move`, move, ifMatch(version)),
  startChecklist: (id, template) => send('POST', `/applicants/${id}/checklists`, { template }),
  tickChecklist: (id, checklistId, tick) => send('PUT', `/applicants/${id}/checklists/${checklistId}/ticks`, tick),
  refer: (id, referral) => send('POST', `/applicants/${id}/referrals`, referral),
  changeReferral: (id, referralId, version, change) => send('PUT', `/applicants/${id}/referrals/${referralId}`, change, ifMatch(version)),
  noteCheckIn: (id, checkIn) => send('POST', `/applicants/${id}/check-ins`, checkIn),
  sendOutreach: (id, message) => send('POST', `/applicants/${id}/outreach`, message),
  getSecondFactorRule: (signal) => read('/second-factor-rule', signal),
  saveSecondFactorRule: (rule) => send('PUT', '/second-factor-rule', rule),
  getDeliveries: (filter, signal) =>
    read(`/deliveries?range=[0,${mostDeliveries - 1}]&filter=${encodeURIComponent(JSON.stringify(filter))}`, signal),
  decideDelivery: (deliveryId, decide) => send('POST', `/deliveries/${deliveryId}/decide`, decide),
  getMailing: (signal) => read('/mailing', signal),
  saveMailNames: (names) => send('PUT', '/mailing/names', { names }),
  pauseReport: (report, reason) => send('POST', `/mailing/${report}/pause`, { reason }),
  resumeReport: (report) => send('POST', `/mailing/${report}/resume`, {}),
  sendWeekly: (season) => send('POST', '/mailing/weekly/send', { season }),
  getSubscriptions: (signal) => read('/account/subscriptions', signal),
  saveSubscription: (report, wanted) => send('PUT', `/account/subscriptions/${report}`, wanted),
  getAccount: (signal) => read('/account', signal),
  changePassword: (change) => send('PUT', '/account/password', change),
  offerFactor: (present) => send('POST', '/account/second-factor', { present }),
  confirmFactor: (code) => send('POST', '/account/second-factor/confirm', { code }),
  renewRecoveryCodes: (present) => send('POST', '/account/second-factor/codes', { present }),
  removeFactor: (present) => send('POST', '/account/second-factor/remove', { present }),
  getSessions: (signal) => read('/account/sessions', signal),
  endSession: (sessionId) => send('POST', `/account/sessions/${sessionId}/end`, {}),
  endOtherSessions: () => send('POST', '/account/sessions/end-others', {}),
};
