import type { AdvisorAssign, AdvisorAssigned } from '@matchwatch/contracts';
import { type ApplicantRecord, dayIn, scopeOf } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  type Database,
  listApplicantIds,
  listCaseloadPeople,
  listRecordsToChange,
  type StandingSession,
  saveRecords,
} from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { orderReassessment, ringReassessment } from '../casework/reassess.js';
import { ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';

/** One order may touch so many: each is a version of a record and a line of the audit. */
const mostAssigned = 2_000;

interface Assigning {
  db: Database;
  doorbell: Doorbell;
  request: IdentifiedRequest;
  session: StandingSession;
  access: Access;
  now: Date;
}

/** Gives an advisor to all whom the person may assign among those named or found, in one transaction with history, audit and reassessments. */
export async function assignAdvisor(
  { db, doorbell, request, session, access, now }: Assigning,
  { advisor, reason, ids, filter, expected }: AdvisorAssign,
): Promise<AdvisorAssigned> {
  const { school, person } = session;
  const today = dayIn(school.timeZone, now);
  const address = advisor?.toLowerCase() ?? null;
  if (address !== null && !(await listCaseloadPeople(db, school.id, today)).some(({ email }) => email === address)) {
    throw refusedField('advisor', 'is nobody who works here');
  }
  // Whom they may not assign is not among those a filter finds, and is told of no more than somebody who is not there.
  const view = { ...access.view, find: scopeOf(person, 'advisor.assign', access.links) };
  const criteria = filter ?? (ids && { id: ids }) ?? {};
  const found = await listApplicantIds(db, school.id, view, criteria, ['name', 'ASC'], mostAssigned + 1);
  if (found.length > mostAssigned) throw new ProblemError(422, `That would be more than ${mostAssigned} applicants. Narrow it down.`);
  if (expected !== undefined && found.length !== expected) {
    throw new ProblemError(409, `${found.length} applicants fit by now, not ${expected}. Look at the list again.`);
  }
  const assigned: number[] = [];
  const runs = await db.transaction(async (transaction) => {
    const standing = await listRecordsToChange(transaction, school.id, found);
    const changed = standing.filter(({ record }) => (record.advisor?.toLowerCase() ?? null) !== address);
    if (changed.length === 0) return [];
    const records = changed.map(({ record }) => withAdvisor(record, address));
    const saved = await saveRecords(transaction, school.id, records, {
      by: person.name,
      at: now,
      knownOn: today,
      source: 'screen',
      reason,
    });
    const bySeason = new Map<number, number[]>();
    for (const { id, season } of saved) {
      assigned.push(id);
      bySeason.set(season, [...(bySeason.get(season) ?? []), id]);
    }
    const ordered: number[] = [];
    for (const [season, applicantIds] of bySeason) {
      const slot = `assign:${request.id}:${season}`;
      ordered.push(
        await orderReassessment(transaction, { schoolId: school.id, season, slot, asOf: today, requestedBy: person.name, applicantIds }),
      );
    }
    for (const { id, record } of changed) {
      const told = { applicantId: id, reason, before: { advisor: record.advisor ?? null }, after: { advisor: address } };
      await appendAudit(transaction, school.id, auditLine(request, 'advisor.assigned', now, told));
    }
    return ordered;
  });
  for (const runId of runs) await ringReassessment(doorbell, request, school.id, runId);
  const among = new Set(found);
  return {
    assigned,
    unchanged: found.filter((id) => !assigned.includes(id)),
    refused: (ids ?? []).filter((id) => !among.has(id)).map((id) => ({ id, reason: 'is not among the applicants you may assign' })),
  };
}

/** The record with its advisor, or, for null, without one. */
function withAdvisor({ ...record }: ApplicantRecord, address: string | null): ApplicantRecord {
  if (address !== null) return { ...record, advisor: address };
  delete record.advisor;
  return record;
}
