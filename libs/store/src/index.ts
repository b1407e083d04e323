export * from './access/applicant-place.repository.js';
export * from './access/emergency-access.repository.js';
export * from './access/links.repository.js';
export * from './access/scope-condition.js';
export * from './advocacy/advocacy.repository.js';
export * from './applicant/applicant.repository.js';
export type { ApplicantCriteria, CriteriaGroup, LevelDirection } from './applicant/applicant-criteria.js';
export * from './applicant/applicant-detail.repository.js';
export * from './applicant/applicant-list.repository.js';
export type { ApplicantRow } from './applicant/applicant-row.js';
export * from './applicant/save-records.js';
export * from './audit/audit.repository.js';
export { type BackupRequest, type BackupTaken, backUp } from './backup/back-up.js';
export * from './backup/backup-desk.js';
export * from './backup/backup-folder.js';
export { BackupFailed, type BackupManifest, RestoreRefused, rowsOf } from './backup/manifest.js';
export { examineBackup, findFileOfBackup, type Restored, type RestoreTarget, restoreBackup } from './backup/restore.js';
export * from './bulk/bulk-action.repository.js';
export * from './calendar/calendar-event.repository.js';
export * from './calendar/calendar-feed.repository.js';
export * from './calendar/calendar-people.repository.js';
export * from './caseload/caseload.repository.js';
export * from './casework/colleagues.repository.js';
export * from './casework/summary.js';
export type { CaseworkOutcome, Mark } from './casework/write-outcome.js';
export * from './challenge/challenge.repository.js';
export * from './checklist/checklist.repository.js';
export * from './cohort-view/cohort-view.repository.js';
export { refreshMemberships } from './cohort-view/refresh-memberships.js';
export * from './database.js';
export * from './delivery/claim-delivery.js';
export * from './delivery/decide-delivery.js';
export * from './delivery/delivery-list.repository.js';
export * from './delivery/digest.repository.js';
export * from './delivery/mail-hold.repository.js';
export * from './delivery/open-deliveries.js';
export * from './delivery/recipient.repository.js';
export * from './delivery/subscription.repository.js';
export { digestOf } from './digest.js';
export * from './evidence/evidence.repository.js';
export * from './help/help.repository.js';
export * from './home/home.repository.js';
export * from './import/apply-import.js';
export * from './import/apply-program-import.js';
export * from './import/import.repository.js';
export * from './import/import-stage.js';
export { isDiskFull, isUnavailable } from './is-unavailable.js';
export {
  type Advised,
  addMeeting,
  correctMeeting,
  findMeeting,
  listMeetingRevisions,
  listMeetingsOf,
  type MeetingContent,
  type MeetingRevision,
  type MeetingRow,
  withdrawMeeting,
} from './meeting/meeting.repository.js';
export * from './meeting/meeting-draft.repository.js';
export * from './meeting/meeting-list.repository.js';
export { type MigrateOptions, migrate } from './migrate.js';
export { type InvariantReport, runOracle } from './oracle/run-oracle.js';
export * from './outreach/outreach.repository.js';
export * from './packet/packet.repository.js';
export type { PacketRow } from './packet/packet-part.js';
export { listPendingMigrations } from './pending-migrations.js';
export * from './person/invitation.repository.js';
export { hashPassword, verifyPassword } from './person/password.js';
export * from './person/person.repository.js';
export * from './person/session.repository.js';
export * from './plan/plan.repository.js';
export type { PlanContent, PlanGoalRow, PlanPhaseRow } from './plan/plan-content.js';
export * from './policy/policy-event.repository.js';
export { findNextPolicy, findPolicyInForce, type PolicyInForce } from './policy/policy-in-force.js';
export * from './policy/policy-version.repository.js';
export * from './policy/shadow-result.repository.js';
export * from './policy/shadow-run.js';
export {
  addProgram,
  findProgram,
  findProgramsOfList,
  type ListedProgramRow,
  listPrograms,
  listProgramVersions,
  ProgramCodeTaken,
  type ProgramCriteria,
  type ProgramRow,
  type ProgramVersionRow,
  saveProgram,
  streamPrograms,
} from './program/program.repository.js';
export type { ProgramMark } from './program/write-programs.js';
export * from './referral/referral.repository.js';
export * from './report/freeze-weekly-report.js';
export * from './report/names-for.js';
export * from './report/report-edition.repository.js';
export * from './review/review.repository.js';
export * from './review/review-queue.repository.js';
export * from './review/verdict.repository.js';
export { AppRoleMissing, openAppLogin } from './row-security/app-role.js';
export { listRowSecurityFaults, type RowSecurityFault } from './row-security/row-security-faults.js';
export * from './run/chunk.repository.js';
export * from './run/close-run.js';
export { countRunsByState } from './run/count-runs.js';
export * from './run/create-run.js';
export * from './run/decide-run.js';
export * from './run/due-runs.js';
export * from './run/fail-run.js';
export * from './run/open-run.js';
export * from './run/publish-run.js';
export * from './run/retry-run.js';
export * from './run/run-comparison.repository.js';
export * from './run/run-detail.repository.js';
export * from './run/run-list.repository.js';
export * from './run/run-policy.js';
export * from './run/stored-answer.repository.js';
export * from './schedule/schedule.repository.js';
export * from './schedule/slot-list.repository.js';
export * from './schedule/take-slot.js';
export * from './school/school.repository.js';
export * from './sign-in/identity.repository.js';
export * from './sign-in/second-factor.repository.js';
export * from './sign-in/sign-in-flow.repository.js';
export * from './system/installation.repository.js';
export {
  addTasks,
  changeTask,
  findTask,
  followNextStep,
  listTasksOf,
  moveTask,
  type TaskAt,
  type TaskContent,
  type TaskOrigin,
  type TaskRow,
} from './task/task.repository.js';
export * from './task/task-list.repository.js';
