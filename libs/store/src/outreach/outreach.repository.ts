import type { OutreachState, OutreachTemplate } from '@matchwatch/domain';
import type { Mark } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** A message to an applicant. */
export interface OutreachRow {
  id: number;
  template: OutreachTemplate;
  subject: string;
  body: string;
  address: string | null;
  state: OutreachState;
  by: string;
  createdAt: Date;
  endedAt: Date | null;
  failure: string | null;
}

export interface NewOutreach {
  template: OutreachTemplate;
  subject: string;
  body: string;
  address: string | null;
  /** `sending` until it is known how it went. */
  state: 'sending' | 'by-hand';
}

/** Writes a message down before it is sent, so that none goes out that nobody knows of; answers with its id. */
export async function addOutreach(
  db: Database,
  schoolId: string,
  applicantId: number,
  { template, subject, body, address, state }: NewOutreach,
  { by, at }: Mark,
): Promise<number> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into outreach (school_id, applicant_id, template, subject, body, address, state, by_id, created_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $7 = 'by-hand' then $9::timestamptz end) returning id`,
    [schoolId, applicantId, template, subject, body, address, state, by, at],
  );
  if (!added) throw new Error('A message was written and has no id');
  return added.id;
}

/** How sending a message ended. */
export interface OutreachEnd {
  state: 'sent' | 'failed' | 'uncertain';
  /** What the mail server calls it, or what it said against it. */
  messageId?: string | undefined;
  failure?: string | undefined;
}

/** Notes how it went. */
export const endOutreach = (db: Database, schoolId: string, id: number, { state, messageId, failure }: OutreachEnd, at: Date) =>
  sql(
    db,
    schoolId,
    `update outreach set state = $3, message_id = $4, failure = $5, ended_at = $6 where school_id = $1 and id = $2 and state = 'sending'`,
    [schoolId, id, state, messageId ?? null, failure ?? null, at],
  );

/** Minutes after which a message that is still being sent broke off: nobody knows whether it went. */
const brokenAfterMinutes = 5;

/** The messages to an applicant, the latest first. */
export const listOutreachTo = (db: Database, schoolId: string, applicantId: number, now: Date): Promise<OutreachRow[]> =>
  sql(
    db,
    schoolId,
    `select o.id, o.template, o.subject, o.body, o.address,
            case when o.state = 'sending' and o.created_at < $3::timestamptz - make_interval(mins => ${brokenAfterMinutes})
                 then 'uncertain' else o.state end as state,
            p.name as by, o.created_at as "createdAt", o.ended_at as "endedAt", o.failure
     from outreach o join person p on p.school_id = o.school_id and p.id = o.by_id
     where o.school_id = $1 and o.applicant_id = $2 order by o.id desc`,
    [schoolId, applicantId, now],
  );
