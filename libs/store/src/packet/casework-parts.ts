import type { ApplicantAction } from '@matchwatch/domain';
import type { PacketPart, PacketRow } from './packet-part.js';

const who = (column: string) => `(select name from person where school_id = t.school_id and id = t.${column})`;
/** Rows that hang on a row `t`, as a list. */
const rowsOf = (table: string, columns: string, key: string, order: string) =>
  `(select coalesce(json_agg(to_json(x)), '[]') from (
      select ${columns} from ${table} c where c.school_id = t.school_id and c.${key} = t.id order by ${order}) x)`;
const revisions = (table: string, key: string) =>
  rowsOf(
    table,
    `c.version, c.at, c.reason, (select name from person where school_id = c.school_id and id = c.by_id) as "by", c.content`,
    key,
    'c.version',
  );

const mayRead = (row: PacketRow, may: ReadonlySet<ApplicantAction>): boolean => row.restricted !== true || may.has('wellbeing.view');

/** A row whose presence everybody is told and whose texts need a right of their own. */
const withoutTexts =
  (...texts: readonly string[]): PacketPart['shown'] =>
  (row, may) =>
    mayRead(row, may) ? row : { ...row, ...Object.fromEntries(texts.map((text) => [text, 'withheld'])) };

const unlessRestricted: PacketPart['shown'] = (row, may) => (mayRead(row, may) ? row : undefined);

/** What the school did: meetings, plans, tasks, checklists, check-ins, referrals, messages, who spoke for them. */
export const caseworkParts: readonly PacketPart[] = [
  {
    table: 'meeting',
    inside: ['meeting_intervention', 'meeting_revision'],
    title: 'Meetings',
    needs: 'notes.view',
    text: `select t.id, t.state, t.kind, t.on_day as "on", t.at_time as "at", t.minutes, t.met_with as "with", t.others, t.topics, t.note, t.restricted,
                  t.next_step as "nextStep", t.next_on as "nextOn", t.withdrawn_reason as "withdrawnReason", ${who('author_id')} as author,
                  (select array_agg(name order by name) from person where school_id = t.school_id and id = any (t.staff_ids)) as staff,
                  ${rowsOf('meeting_intervention', 'c.intervention, c.answer, c.why, c.goal, c.due_on as "dueOn"', 'meeting_id', 'c.no')} as advised,
                  ${revisions('meeting_revision', 'meeting_id')} as versions
           from meeting t where t.school_id = $1 and t.applicant_id = $2 order by t.on_day desc, t.id desc`,
    shown: withoutTexts('note', 'nextStep', 'advised', 'versions', 'withdrawnReason', 'topics', 'others'),
  },
  {
    table: 'plan',
    inside: ['plan_phase', 'plan_goal', 'plan_revision'],
    title: 'Plans',
    needs: 'notes.view',
    text: `select t.id, t.state, t.agreed_on as "agreedOn", t.agreed_with as "agreedWith", ${who('agreed_by')} as "agreedBy",
                  t.closed_on as "closedOn", t.ending, t.closed_reason as "closedReason", ${who('created_by')} as "draftedBy", t.created_at as "draftedAt",
                  ${rowsOf('plan_phase', 'c.phase, c.entered_on as "enteredOn", c.left_on as "leftOn"', 'plan_id', 'c.entered_on')} as phases,
                  ${rowsOf('plan_goal', 'c.change, c.due_on as "dueOn"', 'plan_id', 'c.no')} as goals,
                  ${revisions('plan_revision', 'plan_id')} as versions
           from plan t where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
    // A version holds its tasks, restricted ones included.
    shown: (row, may) => (may.has('wellbeing.view') ? row : { ...row, versions: 'withheld' }),
  },
  {
    table: 'task',
    title: 'Tasks',
    needs: 'notes.view',
    text: `select t.id, t.title, t.owner, ${who('owner_id')} as "ownerName", t.phase, t.advice, t.answers, t.due_on as "dueOn", t.remind_on as "remindOn",
                  t.state, t.done_on as "doneOn", t.outcome, t.restricted, ${who('created_by')} as "addedBy", t.created_at as "addedAt"
           from task t where t.school_id = $1 and t.applicant_id = $2 order by t.due_on desc, t.id desc`,
    shown: unlessRestricted,
  },
  {
    table: 'checklist',
    inside: ['checklist_tick'],
    title: 'Checklists',
    needs: 'notes.view',
    text: `select t.id, t.template, ${who('started_by')} as "startedBy", t.started_at as "startedAt",
                  ${rowsOf('checklist_tick', 'c.section, c.item, c.on_day as "on", c.evidence', 'checklist_id', 'c.on_day, c.section, c.item')} as ticks
           from checklist t where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
  },
  {
    table: 'check_in',
    title: 'Check-ins',
    needs: 'wellbeing.view',
    text: `select t.id, t.on_day as "on", t.asks_help as "asksHelp", t.note, ${who('noted_by')} as "notedBy", t.noted_at as "notedAt"
           from check_in t where t.school_id = $1 and t.applicant_id = $2 order by t.on_day desc, t.id desc`,
  },
  {
    table: 'referral',
    title: 'Referrals',
    needs: 'notes.view',
    text: `select t.id, t.kind, t.restricted, t.state, t.made_on as "madeOn", t.due_on as "dueOn", t.accepted_on as "acceptedOn", t.ended_on as "endedOn",
                  t.outcome, t.note, ${who('made_by')} as "madeBy"
           from referral t where t.school_id = $1 and t.applicant_id = $2 order by t.made_on desc, t.id desc`,
    shown: unlessRestricted,
  },
  {
    table: 'advocacy',
    title: 'Who spoke for the applicant',
    needs: 'notes.view',
    text: `select t.id, t.program, t.specialty, t.advocate, t.role, t.contact, t.contact_name as "contactName", t.way, t.on_day as "on", t.said,
                  t.outcome, t.outcome_on as "outcomeOn", t.outcome_note as "outcomeNote", ${who('noted_by')} as "notedBy", t.created_at as "notedAt"
           from advocacy t where t.school_id = $1 and t.applicant_id = $2 order by t.on_day desc, t.id desc`,
  },
  {
    table: 'outreach',
    title: 'Messages to the applicant',
    needs: 'notes.view',
    text: `select t.id, t.template, t.subject, t.body, t.address, t.state, ${who('by_id')} as "by", t.created_at as "at", t.failure
           from outreach t where t.school_id = $1 and t.applicant_id = $2 order by t.id desc`,
  },
];
