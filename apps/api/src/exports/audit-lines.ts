import { csvTextLine } from '@matchwatch/contracts/csv';
import { type AuditCriteria, type AuditRow, type Database, streamAuditRows } from '@matchwatch/store';
import { auditEventText } from '@matchwatch/words';

const headings = [
  'Line',
  'At',
  'Person ID',
  'Person',
  'Role',
  'Event',
  'What happened',
  'Applicant ID',
  'Applicant',
  'Subject',
  'Allowed because',
  'Reason',
  'Before',
  'After',
  'Request',
  'Hash',
];

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const json = (value: unknown): string => (value === undefined || value === null ? '' : JSON.stringify(value));

const cellsOf = ({ id, line, person, applicant, hash }: AuditRow): string[] => [
  text(id),
  line.at,
  text(line.personId),
  text(person),
  text(line.role),
  line.event,
  auditEventText(line.event),
  text(line.applicantId),
  text(applicant),
  text(line.subject),
  text(line.because),
  text(line.reason),
  json(line.before),
  json(line.after),
  text(line.requestId),
  hash,
];

/** The lines of the audit that fit, up to a link of the chain. */
export async function* auditLines(
  db: Database,
  schoolId: string,
  criteria: AuditCriteria,
  upTo: number,
): AsyncGenerator<string, void, undefined> {
  yield csvTextLine(headings);
  for await (const row of streamAuditRows(db, schoolId, criteria, upTo)) yield csvTextLine(cellsOf(row));
}
