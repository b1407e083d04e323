import type {
  Day,
  Intervention,
  InterventionAnswer,
  MeetingKind,
  MeetingState,
  MeetingTopic,
  MetWith,
  RecordChange,
} from '@matchwatch/domain';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** One thing that was advised, and what the applicant said to it. */
export interface Advised {
  intervention: Intervention;
  answer: InterventionAnswer;
  why: string | null;
  /** What the record will show when it is done. */
  goal: RecordChange | null;
  dueOn: Day | null;
}

/** What a meeting says. */
export interface MeetingContent {
  state: Exclude<MeetingState, 'withdrawn'>;
  kind: MeetingKind;
  on: Day;
  /** Time of the day, `HH:MM` in the school's time zone. */
  at: string | null;
  minutes: number | null;
  with: MetWith;
  staffIds: readonly number[];
  others: readonly string[];
  topics: readonly MeetingTopic[];
  note: string | null;
  restricted: boolean;
  nextStep: string | null;
  nextOn: Day | null;
  advised: readonly Advised[];
}

/** A meeting as it stands. */
export interface MeetingRow extends Omit<MeetingContent, 'state' | 'staffIds' | 'others' | 'topics' | 'advised'> {
  others: string[];
  topics: MeetingTopic[];
  advised: Advised[];
  id: number;
  applicantId: number;
  state: MeetingState;
  staff: { id: number; name: string }[];
  author: { id: number; name: string };
  withdrawnReason: string | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
  changedBy: string;
  /** The task that its next step became. */
  taskId: number | null;
}

/** Columns of a meeting `m`. */
export const meetingColumns = `
  m.id, m.applicant_id as "applicantId", m.state, m.kind, m.on_day as "on", m.at_time as "at", m.minutes, m.met_with as "with", m.others, m.topics,
  m.note, m.restricted, m.next_step as "nextStep", m.next_on as "nextOn", m.withdrawn_reason as "withdrawnReason", m.version,
  m.created_at as "createdAt", m.changed_at as "changedAt",
  (select p.name from person p where p.school_id = m.school_id and p.id = m.changed_by) as "changedBy",
  (select json_build_object('id', p.id, 'name', p.name) from person p where p.school_id = m.school_id and p.id = m.author_id) as author,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
            from person p where p.school_id = m.school_id and p.id = any (m.staff_ids)), '[]') as staff,
  coalesce((select json_agg(json_build_object('intervention', i.intervention, 'answer', i.answer, 'why', i.why, 'goal', i.goal, 'dueOn', i.due_on)
                            order by i.no)
            from meeting_intervention i where i.school_id = m.school_id and i.meeting_id = m.id), '[]') as advised,
  (select t.id from task t where t.school_id = m.school_id and t.meeting_id = m.id order by t.id limit 1) as "taskId"`;

const values = ({
  state,
  kind,
  on,
  at,
  minutes,
  with: metWith,
  staffIds,
  others,
  topics,
  note,
  restricted,
  nextStep,
  nextOn,
}: MeetingContent) => [state, kind, on, at, minutes, metWith, staffIds, others, topics, note, restricted, nextStep, nextOn];

/** Writes a meeting with what was advised in it; answers with its id. */
export async function addMeeting(
  db: Database,
  schoolId: string,
  applicantId: number,
  content: MeetingContent,
  { by, at }: Mark,
): Promise<number> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into meeting (school_id, applicant_id, author_id, changed_by, created_at, changed_at, state, kind, on_day, at_time, minutes, met_with,
                          staff_ids, others, topics, note, restricted, next_step, next_on)
     values ($1, $2, $3, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
    [schoolId, applicantId, by, at, ...values(content)],
  );
  if (!added) throw new Error('A meeting was written and has no id');
  await writeAdvised(db, schoolId, added.id, content.advised);
  await keepMeeting(db, schoolId, added.id, { by, at }, null);
  return added.id;
}

/** Replaces what a meeting says; what it said stays in its revisions. */
export async function correctMeeting(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: { applicantId: number; id: number; version: number },
  content: MeetingContent,
  mark: Mark,
  reason: string | null,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update meeting set state = $7, kind = $8, on_day = $9, at_time = $10, minutes = $11, met_with = $12, staff_ids = $13, others = $14, topics = $15,
            note = $16, restricted = $17, next_step = $18, next_on = $19, version = version + 1, changed_by = $5, changed_at = $6
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and state <> 'withdrawn' returning version`,
    [schoolId, applicantId, id, version, mark.by, mark.at, ...values(content)],
  );
  if (!changed) return whyNothing(await findVersion(db, schoolId, applicantId, id), version);
  await sql(db, schoolId, 'delete from meeting_intervention where school_id = $1 and meeting_id = $2', [schoolId, id]);
  await writeAdvised(db, schoolId, id, content.advised);
  await keepMeeting(db, schoolId, id, mark, reason);
  return { outcome: 'saved', version: changed.version };
}

/** Takes a meeting back that was noted by mistake; it stays to be seen. */
export async function withdrawMeeting(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: { applicantId: number; id: number; version: number },
  reason: string,
  mark: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update meeting set state = 'withdrawn', withdrawn_reason = $7, version = version + 1, changed_by = $5, changed_at = $6
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and state <> 'withdrawn' returning version`,
    [schoolId, applicantId, id, version, mark.by, mark.at, reason],
  );
  if (!changed) return whyNothing(await findVersion(db, schoolId, applicantId, id), version);
  await keepMeeting(db, schoolId, id, mark, reason);
  return { outcome: 'saved', version: changed.version };
}

const findVersion = (db: Database, schoolId: string, applicantId: number, id: number): Promise<{ version: number } | undefined> =>
  sqlOne(db, schoolId, 'select version from meeting where school_id = $1 and applicant_id = $2 and id = $3', [schoolId, applicantId, id]);

async function writeAdvised(db: Database, schoolId: string, meetingId: number, advised: readonly Advised[]): Promise<void> {
  if (advised.length === 0) return;
  await sql(
    db,
    schoolId,
    `insert into meeting_intervention (school_id, meeting_id, no, intervention, answer, why, goal, due_on)
     select $1, $2, i.no, i.advised ->> 'intervention', i.advised ->> 'answer', i.advised ->> 'why',
            nullif(i.advised -> 'goal', 'null'), (i.advised ->> 'dueOn')::date
     from jsonb_array_elements($3::jsonb) with ordinality as i(advised, no)`,
    [schoolId, meetingId, JSON.stringify(advised)],
  );
}

/** Adds the meeting as it is now to its revisions. */
const keepMeeting = (db: Database, schoolId: string, id: number, { by, at }: Mark, reason: string | null): Promise<unknown> =>
  sql(
    db,
    schoolId,
    `insert into meeting_revision (school_id, meeting_id, version, by_id, at, reason, content)
     select m.school_id, m.id, m.version, $3, $4, $5, to_jsonb(said)
     from meeting m cross join lateral (
       select shown.state, shown.kind, shown."on", shown."at", shown.minutes, shown."with", shown.staff, shown.others, shown.topics, shown.note,
              shown.restricted, shown."nextStep", shown."nextOn", shown.advised
       from (select ${meetingColumns}) as shown
     ) as said
     where m.school_id = $1 and m.id = $2`,
    [schoolId, id, by, at, reason],
  );

/** The meetings of one applicant, the latest first; those that were withdrawn among them. */
export const listMeetingsOf = (db: Database, schoolId: string, applicantId: number): Promise<MeetingRow[]> =>
  sql(
    db,
    schoolId,
    `select ${meetingColumns} from meeting m where m.school_id = $1 and m.applicant_id = $2 order by m.on_day desc, m.id desc`,
    [schoolId, applicantId],
  );

/** One meeting of an applicant; undefined when there is none. */
export const findMeeting = (db: Database, schoolId: string, applicantId: number, id: number): Promise<MeetingRow | undefined> =>
  sqlOne(db, schoolId, `select ${meetingColumns} from meeting m where m.school_id = $1 and m.applicant_id = $2 and m.id = $3`, [
    schoolId,
    applicantId,
    id,
  ]);

/** What a meeting said in one of its versions. */
export interface MeetingRevision {
  version: number;
  by: string;
  at: Date;
  reason: string | null;
  content: Pick<MeetingRow, 'state' | 'kind' | 'on' | 'at' | 'minutes' | 'with' | 'staff' | 'others' | 'topics' | 'note' | 'restricted'> &
    Pick<MeetingRow, 'nextStep' | 'nextOn' | 'advised'>;
}

/** Every version of a meeting, the newest first. */
export const listMeetingRevisions = (db: Database, schoolId: string, applicantId: number, id: number): Promise<MeetingRevision[]> =>
  sql(
    db,
    schoolId,
    `select r.version, p.name as by, r.at, r.reason, r.content
     from meeting_revision r
     join meeting m on m.school_id = r.school_id and m.id = r.meeting_id
     join person p on p.school_id = r.school_id and p.id = r.by_id
     where r.school_id = $1 and m.applicant_id = $2 and m.id = $3 order by r.version desc`,
    [schoolId, applicantId, id],
  );
