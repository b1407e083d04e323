import type { ApplicantView, Day, MeetingState, Scope } from '@matchwatch/domain';
import { applicantInScope, isInScopeSql } from '../access/scope-condition.js';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { type MeetingRow, meetingColumns } from './meeting.repository.js';

/** A meeting with whose it is. */
export interface ListedMeeting extends MeetingRow {
  applicant: string;
  /** Whether the reader has the right to a restricted text. */
  wellbeingOpen: boolean;
}

/** What the list of meetings may be filtered by. */
export interface MeetingCriteria {
  applicantId?: number | undefined;
  /** Meetings that this person wrote down or takes part in. */
  personId?: number | undefined;
  state?: readonly MeetingState[] | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
}

/** Applicants whose notes a reader may open, and of whom what is restricted too. */
export interface NotesView {
  notes: Scope;
  wellbeing: ApplicantView['wellbeing'];
}

/** A page of the meetings with applicants in scope, by their day. */
export async function listMeetings(
  db: Database,
  schoolId: string,
  { notes, wellbeing }: NotesView,
  { applicantId, personId, state, from, to }: MeetingCriteria,
  { descending, range: [first, last] }: { descending: boolean; range: readonly [number, number] },
): Promise<ListPage<ListedMeeting>> {
  const p = new Parameters();
  const school = p.add(schoolId);
  const conditions = [`m.school_id = ${school}`, applicantInScope(notes, 'm.applicant_id', school, p)];
  if (applicantId !== undefined) conditions.push(`m.applicant_id = ${p.add(applicantId)}`);
  if (personId !== undefined) {
    const person = p.add(personId);
    conditions.push(`(m.author_id = ${person} or ${person} = any (m.staff_ids))`);
  }
  // As a text of the statement, which an index is chosen by.
  if (!state?.includes('withdrawn')) conditions.push(`m.state <> 'withdrawn'`);
  if (state) conditions.push(`m.state = any (${p.add(state)}::text[])`);
  if (from) conditions.push(`m.on_day >= ${p.add(from)}::date`);
  if (to) conditions.push(`m.on_day <= ${p.add(to)}::date`);
  const found = `from meeting m where ${conditions.join(' and ')}`;
  const total = sqlOne<{ total: number }>(db, schoolId, `select count(*) as total ${found}`, p.values.slice());
  const order = descending ? 'desc' : 'asc';
  const by = `m.on_day ${order}, m.at_time ${order} nulls last, m.id ${order}`;
  const rows = sql<ListedMeeting>(
    db,
    schoolId,
    `with page as (select m.* ${found} order by ${by} limit ${p.add(last - first + 1)} offset ${p.add(first)})
     select ${meetingColumns}, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant,
            ${isInScopeSql(wellbeing, p)} as "wellbeingOpen"
     from page m join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id order by ${by}`,
    p.values,
  );
  const [counted, shown] = await Promise.all([total, rows]);
  return { rows: shown, total: counted?.total ?? 0 };
}
