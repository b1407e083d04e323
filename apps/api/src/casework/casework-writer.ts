import { type ApplicantPlace, type AuditEvent, type AuditLine, dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, type CaseworkOutcome, type Database, type Mark, type Pool, refreshCaseworkDays } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { auditLine } from '../audit/audit-line.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { orderReassessment, ringReassessment } from './reassess.js';

/** What the audit tells of a write. */
type Told = Pick<AuditLine, 'applicantId' | 'subject' | 'reason' | 'before' | 'after'> & { event: AuditEvent };

/** What a piece of work in casework came to. */
interface Written<T> {
  result: T;
  told: readonly Told[];
  /** What makes its reassessment the only one of its kind; null where no answer depends on what was written. */
  slot: string | null;
}

/** Writes casework: the change, the days in the summary, the run that reassesses and the audit, in one transaction; then rings. */
@Injectable()
export class CaseworkWriter {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async write<T>(
    request: IdentifiedRequest,
    places: readonly ApplicantPlace[],
    work: (transaction: Database, mark: Mark) => Promise<Written<T>>,
  ): Promise<T> {
    const { session } = request;
    if (!session) throw new Error('Casework is written by somebody who is signed in');
    const { school, person } = session;
    const now = this.now();
    const asOf = dayIn(school.timeZone, now);
    const { result, runs } = await this.db.transaction(async (transaction) => {
      const { result, told, slot } = await work(transaction, { by: person.id, at: now });
      await refreshCaseworkDays(
        transaction,
        school.id,
        places.map(({ applicantId }) => applicantId),
      );
      const runs: number[] = [];
      if (slot !== null) {
        for (const [season, applicantIds] of bySeason(places)) {
          const asked = { schoolId: school.id, season, slot, asOf, requestedBy: person.name, applicantIds };
          runs.push(await orderReassessment(transaction, asked));
        }
      }
      for (const { event, ...line } of told) await appendAudit(transaction, school.id, auditLine(request, event, now, line));
      return { result, runs };
    });
    for (const runId of runs) await ringReassessment(this.doorbell, request, school.id, runId);
    return result;
  }
}

function bySeason(places: readonly ApplicantPlace[]): Map<number, number[]> {
  const seasons = new Map<number, number[]>();
  for (const { season, applicantId } of places) seasons.set(season, [...(seasons.get(season) ?? []), applicantId]);
  return seasons;
}

/** The version that was saved; refuses what was based on another, what is not there, and what cannot be done as it stands. */
export function savedVersion(written: CaseworkOutcome, what: string): number {
  switch (written.outcome) {
    case 'saved':
      return written.version;
    case 'missing':
      throw notFound(what);
    case 'conflict':
      throw new ProblemError(412, `Somebody else changed this ${what} in the meantime.`, {
        type: 'urn:matchwatch:problem:version-conflict',
        currentVersion: written.currentVersion,
      });
    case 'refused':
      throw new ProblemError(409, `That cannot be done to a ${what} as it stands.`);
  }
}
