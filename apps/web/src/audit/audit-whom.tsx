import type { AuditLine } from '@matchwatch/contracts';
import { InlineLink } from '../surface/text-link.js';

/** The applicant a line is about; leads to all that was done about them. */
export function Whom({ line: { applicantId, applicant } }: { line: AuditLine }) {
  if (applicantId === null) return null;
  return (
    <InlineLink to={`/audit?filter=${encodeURIComponent(JSON.stringify({ applicantId }))}`}>{applicant ?? `#${applicantId}`}</InlineLink>
  );
}
