import { EmergencyAccessEntity } from './access/emergency-access.entity.js';
import { PersonRelationEntity } from './access/person-relation.entity.js';
import { AdvocacyEntity } from './advocacy/advocacy.entity.js';
import { ApplicantEntity } from './applicant/applicant.entity.js';
import { ApplicantHistoryEntity } from './applicant/applicant-history.entity.js';
import { ApplicantSearchEntity } from './applicant/applicant-search.entity.js';
import { ApplicantSummaryEntity } from './applicant/applicant-summary.entity.js';
import { AuditHeadEntity } from './audit/audit-head.entity.js';
import { AuditLineEntity } from './audit/audit-line.entity.js';
import { BulkActionEntity } from './bulk/bulk-action.entity.js';
import { CalendarEventEntity } from './calendar/calendar-event.entity.js';
import { CalendarFeedEntity } from './calendar/calendar-feed.entity.js';
import { ChallengeEntity } from './challenge/challenge.entity.js';
import { ChecklistEntity } from './checklist/checklist.entity.js';
import { ChecklistTickEntity } from './checklist/checklist-tick.entity.js';
import { CohortMembershipEntity } from './cohort-view/cohort-membership.entity.js';
import { CohortViewEntity } from './cohort-view/cohort-view.entity.js';
import { DeliveryEntity } from './delivery/delivery.entity.js';
import { DeliveryAttemptEntity } from './delivery/delivery-attempt.entity.js';
import { DeliveryDecisionEntity } from './delivery/delivery-decision.entity.js';
import { DigestRunEntity } from './delivery/digest-run.entity.js';
import { MailHoldEntity } from './delivery/mail-hold.entity.js';
import { ReportPauseEntity } from './delivery/report-pause.entity.js';
import { ReportSubscriptionEntity } from './delivery/report-subscription.entity.js';
import { CohortLevelEntity } from './flag/cohort-level.entity.js';
import { FlagEntity } from './flag/flag.entity.js';
import { FlagEventEntity } from './flag/flag-event.entity.js';
import { LevelChangeEntity } from './flag/level-change.entity.js';
import { StandingAnswerEntity } from './flag/standing-answer.entity.js';
import { ImportBatchEntity } from './import/import-batch.entity.js';
import { ImportRefusalEntity } from './import/import-refusal.entity.js';
import { ImportRowEntity } from './import/import-row.entity.js';
import { MeetingEntity } from './meeting/meeting.entity.js';
import { MeetingDraftEntity } from './meeting/meeting-draft.entity.js';
import { MeetingInterventionEntity } from './meeting/meeting-intervention.entity.js';
import { MeetingRevisionEntity } from './meeting/meeting-revision.entity.js';
import { OutreachEntity } from './outreach/outreach.entity.js';
import { InvitationEntity } from './person/invitation.entity.js';
import { PersonEntity } from './person/person.entity.js';
import { SessionEntity } from './person/session.entity.js';
import { PlanEntity } from './plan/plan.entity.js';
import { PlanGoalEntity } from './plan/plan-goal.entity.js';
import { PlanPhaseEntity } from './plan/plan-phase.entity.js';
import { PlanRevisionEntity } from './plan/plan-revision.entity.js';
import { PolicyEventEntity } from './policy/policy-event.entity.js';
import { PolicyVersionEntity } from './policy/policy-version.entity.js';
import { ShadowChangeEntity } from './policy/shadow-change.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { ProgramHistoryEntity } from './program/program-history.entity.js';
import { CheckInEntity } from './referral/check-in.entity.js';
import { ReferralEntity } from './referral/referral.entity.js';
import { ReportEditionEntity } from './report/report-edition.entity.js';
import { ReviewEntity } from './review/review.entity.js';
import { ReviewEventEntity } from './review/review-event.entity.js';
import { RunEntity } from './run/run.entity.js';
import { RunAnswerEntity } from './run/run-answer.entity.js';
import { RunChunkEntity } from './run/run-chunk.entity.js';
import { RunProblemEntity } from './run/run-problem.entity.js';
import { ScheduleEntity } from './schedule/schedule.entity.js';
import { ScheduleSlotEntity } from './schedule/schedule-slot.entity.js';
import { SchoolEntity } from './school/school.entity.js';
import { PersonIdentityEntity } from './sign-in/person-identity.entity.js';
import { RecoveryCodeEntity } from './sign-in/recovery-code.entity.js';
import { SecondFactorEntity } from './sign-in/second-factor.entity.js';
import { SignInFlowEntity } from './sign-in/sign-in-flow.entity.js';
import { TaskEntity } from './task/task.entity.js';

/** Every table of the store as TypeORM sees it; a test proves that they agree with the migrations. */
export const entities = [
  SchoolEntity,
  PersonEntity,
  SessionEntity,
  InvitationEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  PersonIdentityEntity,
  SignInFlowEntity,
  PersonRelationEntity,
  EmergencyAccessEntity,
  AuditLineEntity,
  AuditHeadEntity,
  ApplicantEntity,
  ApplicantHistoryEntity,
  ApplicantSearchEntity,
  ApplicantSummaryEntity,
  ImportBatchEntity,
  ImportRowEntity,
  ImportRefusalEntity,
  PolicyVersionEntity,
  PolicyEventEntity,
  RunEntity,
  RunChunkEntity,
  RunAnswerEntity,
  RunProblemEntity,
  ScheduleEntity,
  ScheduleSlotEntity,
  ShadowChangeEntity,
  StandingAnswerEntity,
  FlagEntity,
  FlagEventEntity,
  LevelChangeEntity,
  CohortLevelEntity,
  MeetingEntity,
  MeetingInterventionEntity,
  MeetingRevisionEntity,
  MeetingDraftEntity,
  PlanEntity,
  PlanPhaseEntity,
  PlanGoalEntity,
  PlanRevisionEntity,
  TaskEntity,
  ChecklistEntity,
  ChecklistTickEntity,
  CheckInEntity,
  ReferralEntity,
  OutreachEntity,
  CalendarEventEntity,
  CalendarFeedEntity,
  ChallengeEntity,
  ReviewEntity,
  ReviewEventEntity,
  CohortViewEntity,
  CohortMembershipEntity,
  BulkActionEntity,
  ReportSubscriptionEntity,
  ReportPauseEntity,
  MailHoldEntity,
  DeliveryEntity,
  DeliveryAttemptEntity,
  DeliveryDecisionEntity,
  DigestRunEntity,
  ProgramEntity,
  ProgramHistoryEntity,
  AdvocacyEntity,
  ReportEditionEntity,
];
