import { EmergencyAccessEntity } from './access/emergency-access.entity.js';
import { PersonRelationEntity } from './access/person-relation.entity.js';
import { ApplicantEntity } from './applicant/applicant.entity.js';
import { ApplicantHistoryEntity } from './applicant/applicant-history.entity.js';
import { ApplicantSearchEntity } from './applicant/applicant-search.entity.js';
import { ApplicantSummaryEntity } from './applicant/applicant-summary.entity.js';
import { AuditHeadEntity } from './audit/audit-head.entity.js';
import { AuditLineEntity } from './audit/audit-line.entity.js';
import { CohortLevelEntity } from './flag/cohort-level.entity.js';
import { FlagEntity } from './flag/flag.entity.js';
import { FlagEventEntity } from './flag/flag-event.entity.js';
import { LevelChangeEntity } from './flag/level-change.entity.js';
import { StandingAnswerEntity } from './flag/standing-answer.entity.js';
import { ImportBatchEntity } from './import/import-batch.entity.js';
import { ImportRefusalEntity } from './import/import-refusal.entity.js';
import { ImportRowEntity } from './import/import-row.entity.js';
import { InvitationEntity } from './person/invitation.entity.js';
import { PersonEntity } from './person/person.entity.js';
import { SessionEntity } from './person/session.entity.js';
import { PolicyEventEntity } from './policy/policy-event.entity.js';
import { PolicyVersionEntity } from './policy/policy-version.entity.js';
import { ShadowChangeEntity } from './policy/shadow-change.entity.js';
import { RunEntity } from './run/run.entity.js';
import { RunAnswerEntity } from './run/run-answer.entity.js';
import { RunChunkEntity } from './run/run-chunk.entity.js';
import { RunProblemEntity } from './run/run-problem.entity.js';
import { SchoolEntity } from './school/school.entity.js';

/** Every table of the store as TypeORM sees it; a test proves that they agree with the migrations. */
export const entities = [
  SchoolEntity,
  PersonEntity,
  SessionEntity,
  InvitationEntity,
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
  ShadowChangeEntity,
  StandingAnswerEntity,
  FlagEntity,
  FlagEventEntity,
  LevelChangeEntity,
  CohortLevelEntity,
];
