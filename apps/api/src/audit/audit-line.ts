import type { AuditEvent, AuditLine } from '@matchwatch/domain';
import type { IdentifiedRequest } from '../http/request-log.js';

type Told = Pick<AuditLine, 'applicantId' | 'subject' | 'reason' | 'before' | 'after'>;

/** What the audit tells of a request: who, in what role, why they were allowed to, and what it was about. */
export const auditLine = ({ id, session, access }: IdentifiedRequest, event: AuditEvent, at: Date, told: Told = {}): AuditLine => ({
  at: at.toISOString(),
  event,
  ...(session && { personId: session.person.id, role: session.person.role }),
  ...(access && { because: access.because }),
  ...told,
  requestId: id,
});
