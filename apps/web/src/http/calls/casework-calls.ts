import type {
  Advocacy,
  AdvocacyChange,
  AdvocacyWrite,
  ApplicantCasework,
  BulkResult,
  CheckIn,
  CheckInWrite,
  Checklist,
  ChecklistTick,
  Meeting,
  MeetingCorrection,
  MeetingDraft,
  MeetingForMany,
  MeetingRevision,
  MeetingWrite,
  Outreach,
  OutreachWrite,
  Plan,
  PlanRevision,
  PlanRevisionWrite,
  PlanWrite,
  Referral,
  ReferralChange,
  ReferralWrite,
  SavedDraft,
  Task,
  TaskMove,
  TaskWrite,
} from '@matchwatch/contracts';
import { ifMatch, read, remove, send } from './request.js';

/** Calls of meetings, plans, tasks and the rest of casework. */
export const caseworkCalls = {
  getCasework: (id: number, signal?: AbortSignal): Promise<ApplicantCasework> => read(`/applicants/${id}/casework`, signal),
  getMeetingDraft: (id: number, signal?: AbortSignal): Promise<SavedDraft> => read(`/applicants/${id}/meeting-draft`, signal),
  saveMeetingDraft: (id: number, draft: MeetingDraft): Promise<void> => send('PUT', `/applicants/${id}/meeting-draft`, draft),
  dropMeetingDraft: (id: number): Promise<void> => remove(`/applicants/${id}/meeting-draft`),
  logMeeting: (id: number, meeting: MeetingWrite): Promise<Meeting> => send('POST', `/applicants/${id}/meetings`, meeting),
  logForMany: (meeting: MeetingForMany): Promise<BulkResult> => send('POST', '/meetings', meeting),
  /** Writes over the given version, as the other changes of casework do; throws an `HttpError` 412 or 409 when somebody was faster. */
  correctMeeting: (id: number, meetingId: number, version: number, meeting: MeetingCorrection): Promise<Meeting> =>
    send('PUT', `/applicants/${id}/meetings/${meetingId}`, meeting, ifMatch(version)),
  withdrawMeeting: (id: number, meetingId: number, version: number, reason: string): Promise<Meeting> =>
    send('POST', `/applicants/${id}/meetings/${meetingId}/withdraw`, { reason }, ifMatch(version)),
  getMeetingRevisions: (id: number, meetingId: number): Promise<MeetingRevision[]> =>
    read(`/applicants/${id}/meetings/${meetingId}/revisions`),
  draftPlan: (id: number, plan: PlanWrite): Promise<Plan> => send('POST', `/applicants/${id}/plans`, plan),
  revisePlan: (id: number, planId: number, version: number, plan: PlanRevisionWrite): Promise<Plan> =>
    send('PUT', `/applicants/${id}/plans/${planId}`, plan, ifMatch(version)),
  agreePlan: (id: number, planId: number, version: number, agreement: { on: string; with: string }): Promise<Plan> =>
    send('POST', `/applicants/${id}/plans/${planId}/agree`, agreement, ifMatch(version)),
  closePlan: (id: number, planId: number, version: number, end: { ending: string; reason: string | null }): Promise<Plan> =>
    send('POST', `/applicants/${id}/plans/${planId}/close`, end, ifMatch(version)),
  getPlanRevisions: (id: number, planId: number): Promise<PlanRevision[]> => read(`/applicants/${id}/plans/${planId}/revisions`),
  addTask: (id: number, task: TaskWrite): Promise<Task> => send('POST', `/applicants/${id}/tasks`, task),
  changeTask: (id: number, taskId: number, version: number, task: TaskWrite): Promise<Task> =>
    send('PUT', `/applicants/${id}/tasks/${taskId}`, task, ifMatch(version)),
  moveTask: (id: number, taskId: number, version: number, move: TaskMove): Promise<Task> =>
    send('POST', `/applicants/${id}/tasks/${taskId}/move`, move, ifMatch(version)),
  startChecklist: (id: number, template: string): Promise<Checklist> => send('POST', `/applicants/${id}/checklists`, { template }),
  tickChecklist: (id: number, checklistId: number, tick: ChecklistTick): Promise<Checklist> =>
    send('PUT', `/applicants/${id}/checklists/${checklistId}/ticks`, tick),
  refer: (id: number, referral: ReferralWrite): Promise<Referral> => send('POST', `/applicants/${id}/referrals`, referral),
  changeReferral: (id: number, referralId: number, version: number, change: ReferralChange): Promise<Referral> =>
    send('PUT', `/applicants/${id}/referrals/${referralId}`, change, ifMatch(version)),
  noteCheckIn: (id: number, checkIn: CheckInWrite): Promise<CheckIn> => send('POST', `/applicants/${id}/check-ins`, checkIn),
  sendOutreach: (id: number, message: OutreachWrite): Promise<Outreach> => send('POST', `/applicants/${id}/outreach`, message),
  noteAdvocacy: (id: number, advocacy: AdvocacyWrite): Promise<Advocacy> => send('POST', `/applicants/${id}/advocacies`, advocacy),
  changeAdvocacy: (id: number, advocacyId: number, version: number, change: AdvocacyChange): Promise<Advocacy> =>
    send('PUT', `/applicants/${id}/advocacies/${advocacyId}`, change, ifMatch(version)),
};
