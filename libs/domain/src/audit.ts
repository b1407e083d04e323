import type { Because } from './access/may.js';
import type { Role } from './role.js';

/** What the audit tells of. */
export const auditEvents = [
  'session.opened',
  'session.refused',
  'session.closed',
  'session.ended',
  'password.changed',
  'factor.enrolled',
  'factor.removed',
  'factor.reset',
  'factor.required',
  'recovery.used',
  'recovery.renewed',
  'identity.linked',
  'applicant.viewed',
  'applicant.searched',
  'history.viewed',
  'access.viewed',
  'record.changed',
  'run.requested',
  'run.retried',
  'run.cancelled',
  'run.approved',
  'run.discarded',
  'schedule.paused',
  'schedule.resumed',
  'backup.asked',
  'import.previewed',
  'import.applied',
  'import.cancelled',
  'import.undone',
  'setup.done',
  'person.invited',
  'person.joined',
  'person.changed',
  'person.disabled',
  'person.enabled',
  'relation.given',
  'relation.ended',
  'glass.broken',
  'policy.drafted',
  'policy.edited',
  'policy.tried',
  'policy.published',
  'policy.discarded',
  'policy.withdrawn',
  'audit.exported',
  'casework.viewed',
  'note.viewed',
  'meeting.logged',
  'meeting.corrected',
  'meeting.withdrawn',
  'plan.drafted',
  'plan.revised',
  'plan.agreed',
  'plan.closed',
  'task.added',
  'task.changed',
  'checklist.started',
  'checklist.ticked',
  'referral.made',
  'referral.changed',
  'check-in.noted',
  'outreach.sent',
  'advocacy.noted',
  'advocacy.changed',
  'program.added',
  'program.changed',
  'export.made',
  'evidence.exported',
  'packet.made',
  'challenge.recorded',
  'challenge.corrected',
  'challenge.declined',
  'challenge.stated',
  'review.decided',
  'advisor.assigned',
  'caseload.changed',
  'view.saved',
  'view.changed',
  'view.removed',
  'bulk.asked',
  'brief.made',
  'report.frozen',
  'report.viewed',
  'report.downloaded',
  'delivery.decided',
  'subscription.changed',
  'report.paused',
  'report.resumed',
  'report.released',
  'report.named',
  'report.sent',
  'calendar.added',
  'calendar.changed',
  'calendar.removed',
  'calendar-feed.made',
  'calendar-feed.ended',
  'calendar-feed.read',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** Events by which somebody looked at an applicant. */
export const lookingEvents: ReadonlySet<AuditEvent> = new Set<AuditEvent>([
  'applicant.viewed',
  'history.viewed',
  'access.viewed',
  'casework.viewed',
  'note.viewed',
  'packet.made',
  'brief.made',
]);

/** One line of the audit: who did what to whom, when, and why they were allowed to. Ids, days, codes and reasons of people; never a student's text. */
export interface AuditLine {
  /** An instant, ISO 8601. */
  readonly at: string;
  readonly event: AuditEvent;
  /** Absent for somebody who did not sign in. */
  readonly personId?: number | undefined;
  readonly role?: Role | undefined;
  readonly applicantId?: number | undefined;
  /** What else it was about, as `run 12`. */
  readonly subject?: string | undefined;
  readonly because?: Because | undefined;
  readonly reason?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The request it happened in, as the log names it. */
  readonly requestId?: string | undefined;
}
