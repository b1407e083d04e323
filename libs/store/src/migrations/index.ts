import { School1764000000001 } from './0001-school.js';
import { PersonAndSession1764000000002 } from './0002-person-and-session.js';
import { Applicant1764000000003 } from './0003-applicant.js';
import { ApplicantHistoryAppendOnly1764000000004 } from './0004-applicant-history-append-only.js';
import { ApplicantSummary1764000000005 } from './0005-applicant-summary.js';
import { Import1764000000006 } from './0006-import.js';
import { Run1764000000007 } from './0007-run.js';
import { StandingAnswer1764000000008 } from './0008-standing-answer.js';
import { SummaryByLevelSince1764000000009 } from './0009-summary-by-level-since.js';
import { ApplicantSearch1764000000010 } from './0010-applicant-search.js';
import { PolicyVersion1764000000011 } from './0011-policy-version.js';
import { RunPolicy1764000000012 } from './0012-run-policy.js';
import { DocumentAsText1764000000013 } from './0013-document-as-text.js';
import { ImportDecision1764000000014 } from './0014-import-decision.js';
import { PersonState1764000000031 } from './0031-person-state.js';
import { Invitation1764000000032 } from './0032-invitation.js';
import { PersonRelation1764000000033 } from './0033-person-relation.js';
import { EmergencyAccess1764000000034 } from './0034-emergency-access.js';
import { Audit1764000000035 } from './0035-audit.js';
import { RowSecurity1764000000036 } from './0036-row-security.js';
import { Review1764000000040 } from './0040-review.js';
import { ReviewQueue1764000000041 } from './0041-review-queue.js';
import { AnswerCasework1764000000042 } from './0042-answer-casework.js';
import { CaseloadTarget1764000000043 } from './0043-caseload-target.js';
import { Meeting1764000000045 } from './0045-meeting.js';
import { MeetingDraft1764000000046 } from './0046-meeting-draft.js';
import { Plan1764000000047 } from './0047-plan.js';
import { Task1764000000048 } from './0048-task.js';
import { Checklist1764000000049 } from './0049-checklist.js';
import { Referral1764000000050 } from './0050-referral.js';
import { Outreach1764000000051 } from './0051-outreach.js';
import { SessionOrigin1764000000060 } from './0060-session-origin.js';
import { SecondFactor1764000000061 } from './0061-second-factor.js';
import { SingleSignOn1764000000062 } from './0062-single-sign-on.js';
import { Challenge1764000000070 } from './0070-challenge.js';
import { CohortView1764000000080 } from './0080-cohort-view.js';
import { BulkAction1764000000081 } from './0081-bulk-action.js';
import { Schedule1764000000090 } from './0090-schedule.js';
import { RunLedger1764000000091 } from './0091-run-ledger.js';
import { CohortRunIndex1764000000092 } from './0092-cohort-run-index.js';
import { ReportEdition1764000000100 } from './0100-report-edition.js';
import { ReportEditionApplicants1764000000101 } from './0101-report-edition-applicants.js';
import { ReportSubscription1764000000105 } from './0105-report-subscription.js';
import { Delivery1764000000106 } from './0106-delivery.js';
import { DigestRun1764000000107 } from './0107-digest-run.js';
import { DeliveryEdition1764000000109 } from './0109-delivery-edition.js';
import { Program1764000000120 } from './0120-program.js';
import { ImportSubject1764000000121 } from './0121-import-subject.js';
import { Advocacy1764000000122 } from './0122-advocacy.js';
import { CalendarEvent1764000000140 } from './0140-calendar-event.js';
import { CalendarFeed1764000000141 } from './0141-calendar-feed.js';
import { MailHold1764000000142 } from './0142-mail-hold.js';
import { BookedExam1764000000144 } from './0144-booked-exam.js';
import { CaseworkListIndex1764000000145 } from './0145-casework-list-index.js';

/** Every migration in order; a list and not a glob, so that the built output and the sources run the same ones. */
export const migrations = [
  School1764000000001,
  PersonAndSession1764000000002,
  Applicant1764000000003,
  ApplicantHistoryAppendOnly1764000000004,
  ApplicantSummary1764000000005,
  Import1764000000006,
  Run1764000000007,
  StandingAnswer1764000000008,
  SummaryByLevelSince1764000000009,
  ApplicantSearch1764000000010,
  PolicyVersion1764000000011,
  RunPolicy1764000000012,
  DocumentAsText1764000000013,
  ImportDecision1764000000014,
  PersonState1764000000031,
  Invitation1764000000032,
  PersonRelation1764000000033,
  EmergencyAccess1764000000034,
  Audit1764000000035,
  RowSecurity1764000000036,
  Review1764000000040,
  ReviewQueue1764000000041,
  AnswerCasework1764000000042,
  CaseloadTarget1764000000043,
  Meeting1764000000045,
  MeetingDraft1764000000046,
  Plan1764000000047,
  Task1764000000048,
  Checklist1764000000049,
  Referral1764000000050,
  Outreach1764000000051,
  SessionOrigin1764000000060,
  SecondFactor1764000000061,
  SingleSignOn1764000000062,
  Challenge1764000000070,
  CohortView1764000000080,
  BulkAction1764000000081,
  Schedule1764000000090,
  RunLedger1764000000091,
  CohortRunIndex1764000000092,
  ReportEdition1764000000100,
  ReportEditionApplicants1764000000101,
  ReportSubscription1764000000105,
  Delivery1764000000106,
  DigestRun1764000000107,
  DeliveryEdition1764000000109,
  Program1764000000120,
  ImportSubject1764000000121,
  Advocacy1764000000122,
  CalendarEvent1764000000140,
  CalendarFeed1764000000141,
  MailHold1764000000142,
  BookedExam1764000000144,
  CaseworkListIndex1764000000145,
];
