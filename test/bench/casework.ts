import { type Day, daysBetween, interventionCodes, meetingTopics } from '@matchwatch/domain';
import { addCohortView, refreshCaseworkDays, refreshReviewColumns, savePerson, sqlWithoutSchool } from '@matchwatch/store';
import type { DataSource } from 'typeorm';
import { advisorAt, asOf, type BenchSchool, benchPassword, dean, schoolId, season } from './school.js';

const everybody = 'applicant_summary s left join person p on p.email = s.advisor where s.school_id = $1 and s.season = $2';

/** Statements over the whole season with the school, the season, the day and the dean; the tables are analyzed, or the next would plan for empty ones. */
function writer(database: DataSource, deanId: number) {
  return async (table: string, statement: string, ...more: unknown[]): Promise<void> => {
    const given = '(select $1::text, $2::integer, $3::date, $4::integer)';
    await sqlWithoutSchool(database, `with given as ${given} ${statement}`, [schoolId, season, asOf, deanId, ...more]);
    await sqlWithoutSchool(database, `analyze ${table}`);
  };
}

/** The people who work there: a dean, and an advisor for each address that records name. */
async function hire(database: DataSource): Promise<number> {
  const { id } = await savePerson(database, schoolId, { email: dean, name: 'Dean', role: 'dean', password: benchPassword });
  await savePerson(database, schoolId, { email: advisorAt(0), name: 'Advisor 1', role: 'advisor', password: benchPassword });
  await sqlWithoutSchool(
    database,
    `insert into person (school_id, email, name, role)
     select distinct school_id, advisor, initcap(split_part(advisor, '@', 1)), 'advisor' from applicant_summary where school_id = $1 and advisor is not null
     on conflict (email) do nothing`,
    [schoolId],
  );
  await sqlWithoutSchool(database, 'analyze person');
  return id;
}

/** What people have written about everybody, as an office leaves it behind that looks after each of them: meetings, plans, tasks and the rest. */
export async function fillCasework({ database }: BenchSchool): Promise<void> {
  const by = await hire(database);
  const write = writer(database, by);
  // Two of three were met, a third of these twice; one of ten will be.
  await write(
    'meeting',
    `insert into meeting (school_id, applicant_id, author_id, state, kind, on_day, met_with, staff_ids, others, topics, note, restricted,
                          created_at, changed_at, changed_by)
     select $1, id, author, case when again < 0 then 'planned' else 'held' end, 'in-person',
            case when again < 0 then $3::date + id % 30 else $3::date - id % 60 - 30 * again end,
            'advisor', array[author], '{}', array[$5::text], repeat('What was talked about. ', 12), id % 40 = 0, now(), now(), author
     from (select applicant_id as id, coalesce(p.id, $4) as author from ${everybody}) as met, generate_series(-1, 1) as again
     where (again = 0 and id % 3 > 0) or (again = 1 and id % 3 = 1) or (again = -1 and id % 10 = 0)`,
    meetingTopics[0],
  );
  await write(
    'meeting_intervention',
    `insert into meeting_intervention (school_id, meeting_id, no, intervention, answer, goal, due_on)
     select $1, id, 1, ($5::text[])[1 + (id / 3) % 3], (array['agreed', 'declined', 'deferred'])[1 + (id + applicant_id) % 3],
            case when id % 4 = 0 then '{"fact": "interview.mocks", "from": null, "to": 3}'::jsonb end, case when id % 4 = 0 then on_day + 45 end
     from meeting where school_id = $1 and state = 'held'`,
    interventionCodes.slice(0, 3),
  );
  await write(
    'meeting_revision',
    `insert into meeting_revision (school_id, meeting_id, version, by_id, at, content)
     select school_id, id, 1, author_id, created_at, to_jsonb(meeting) from meeting where school_id = $1`,
  );
  // One of six has a plan, of three tasks; a task by itself for every second.
  await write(
    'plan',
    `insert into plan (school_id, applicant_id, state, agreed_on, agreed_with, agreed_by, created_by, created_at, changed_at)
     select $1, applicant_id, 'agreed', $3::date - 20, 'the applicant', $4, $4, now(), now() from ${everybody} and applicant_id % 6 = 0`,
  );
  await write(
    'plan_phase',
    `insert into plan_phase (school_id, plan_id, phase, entered_on)
     select school_id, id, phase, case when phase = 'stabilize' then agreed_on end
     from plan, unnest(array['stabilize', 'rebuild', 'communicate', 'contingency']) as phase where school_id = $1`,
  );
  await write(
    'plan_goal',
    `insert into plan_goal (school_id, plan_id, no, change, due_on)
     select school_id, id, 1, '{"fact": "interview.mocks", "from": null, "to": 3}', agreed_on + 60 from plan where school_id = $1`,
  );
  await write(
    'task',
    `insert into task (school_id, applicant_id, plan_id, answers, title, owner, due_on, remind_on, state, done_on, restricted, created_by, created_at, changed_at)
     select $1, applicant_id, plan_id, '{}', 'Something to do', (array['applicant', 'advisor', 'dean'])[1 + (applicant_id + no) % 3],
            $3::date + applicant_id % 90 - 10 * no, $3::date + applicant_id % 90 - 10 * no - 3, state, case when state = 'done' then $3::date end,
            applicant_id % 50 = 0, $4, now(), now()
     from (
       select applicant_id, id as plan_id, no, case when no = 1 then 'done' else 'open' end as state
       from plan, generate_series(1, 3) as no where school_id = $1
       union all
       select applicant_id, null, 1 + applicant_id % 3, case when applicant_id % 7 = 0 then 'done' else 'open' end from ${everybody} and applicant_id % 2 = 0
     ) as tasks`,
  );
  await write(
    'check_in',
    `insert into check_in (school_id, applicant_id, on_day, asks_help, noted_by, noted_at)
     select $1, applicant_id, $3::date - applicant_id % 60, applicant_id % 40 = 0, $4, now() from ${everybody} and applicant_id % 10 = 0`,
  );
  await write(
    'referral',
    `insert into referral (school_id, applicant_id, kind, restricted, state, made_on, due_on, made_by, created_at, changed_at)
     select $1, applicant_id, 'tutoring', false, (array['made', 'accepted', 'completed'])[1 + applicant_id % 3], $3::date - applicant_id % 60,
            $3::date + 14 - applicant_id % 60, $4, now(), now() from ${everybody} and applicant_id % 12 = 0`,
  );
  await write(
    'outreach',
    `insert into outreach (school_id, applicant_id, template, subject, body, state, by_id, created_at, ended_at)
     select $1, applicant_id, 'check-in', 'How are you?', repeat('A sentence to somebody. ', 20), 'sent', coalesce(p.id, $4), $3::date, $3::date
     from ${everybody} and applicant_id % 5 = 0`,
  );
  await write(
    'checklist',
    `insert into checklist (school_id, applicant_id, template, started_by, started_at)
     select $1, applicant_id, 'application-season', $4, $3::date from ${everybody} and applicant_id % 4 = 0`,
  );
  await write(
    'checklist_tick',
    `insert into checklist_tick (school_id, checklist_id, section, item, on_day, ticked_by, ticked_at)
     select school_id, id, 'section', 'item-' || no, $3::date, $4, now() from checklist, generate_series(1, 5) as no where school_id = $1`,
  );
  await write(
    'calendar_event',
    `insert into calendar_event (school_id, season, from_day, to_day, kind, title, changed_by, changed_at)
     select $1, $2, $3::date + 7 * no, $3::date + 7 * no, 'workshop', 'A workshop', $4, now() from generate_series(0, 19) as no`,
  );
  const members = await listIds(database);
  await refreshCaseworkDays(database, schoolId, members);
  for (const [place, filter] of [...savedFilters, { inGroup: 0 }].entries()) {
    const isGroup = 'inGroup' in filter;
    const sort = ['level', 'DESC'] as const;
    const view = {
      kind: isGroup ? ('group' as const) : ('filter' as const),
      name: `View ${place + 1}`,
      sort,
      hidden: [],
      sharedWith: ['dean' as const],
    };
    const content = { ...view, filter: isGroup ? {} : { season, ...filter } };
    await addCohortView(database, schoolId, content, isGroup ? members.slice(0, 300) : [], { by, at: new Date(), on: asOf });
  }
}

/** What the saved views of the dean show. */
const savedFilters = [
  { riskLevel: ['high-risk'] },
  { riskLevel: ['at-risk', 'high-risk'], noAdvisor: true },
  { specialty: ['internal-medicine'] },
  { applicantType: ['non-us-img'], riskLevel: ['at-risk', 'high-risk'] },
  { notSeenSince: asOf },
  { rule: 'care.no-meeting' },
] as const;

/** A quarter of the flags were answered; of the rest some were put off, assigned or passed on. What the queue says follows. */
export async function fillReviews({ database }: BenchSchool): Promise<void> {
  const { id: by } = await savePerson(database, schoolId, { email: dean, name: 'Dean', role: 'dean' });
  const write = writer(database, by);
  await write(
    'review',
    `insert into review (school_id, flag_id, applicant_id, rule_code, state, level, decided_on, until_on, assigned_to, because, decided_by, decided_at)
     select $1, id, applicant_id, rule_code, state, level, $3::date, case when state = 'snoozed' then $3::date + 1 + id % 14 end,
            case when state in ('unreviewed', 'escalated') then coalesce(advisor_id, $4) end,
            case when state = 'disagreed' then 'facts' end, $4, now()
     from (
       select f.id, f.applicant_id, rule_code, level, p.id as advisor_id,
              (array['agreed', 'agreed', 'agreed', 'agreed', 'disagreed', 'snoozed', 'unreviewed', 'escalated'])[1 + f.id % 20] as state
       from flag f join applicant_summary s on s.school_id = $1 and s.applicant_id = f.applicant_id and s.season = $2
       left join person p on p.email = s.advisor where f.school_id = $1 and f.closed_run is null
     ) as flags where state is not null`,
  );
  await write(
    'review_event',
    `insert into review_event (school_id, flag_id, applicant_id, rule_code, decision, state, level, decided_on, until_on, assigned_to, because, decided_by, decided_at)
     select school_id, flag_id, applicant_id, rule_code, 'agree', state, level, decided_on, until_on, assigned_to, because, decided_by, decided_at
     from review where school_id = $1`,
  );
  await refreshReviewColumns(database, schoolId, await listIds(database));
}

/**
 * Moves all that happened on, so that the day of the runs becomes the day on which the service is asked, after a year in which levels have
 * changed and the cohort was assessed each week: what pages tell of the past is there to be told.
 */
export async function bringToToday({ database }: BenchSchool, today: Day): Promise<void> {
  const later = daysBetween(asOf, today);
  const days: Readonly<Record<string, readonly string[]>> = {
    meeting: ['on_day'],
    meeting_intervention: ['due_on'],
    plan: ['agreed_on'],
    plan_goal: ['due_on'],
    task: ['due_on', 'remind_on', 'done_on'],
    check_in: ['on_day'],
    referral: ['made_on', 'due_on'],
    calendar_event: ['from_day', 'to_day'],
    flag: ['opened_on', 'level_since', 'risen_on', 'due_on'],
    review: ['decided_on', 'until_on'],
    standing_answer: ['as_of', 'level_since', 'at_risk_since'],
    applicant_summary: ['changed_on', 'level_since', 'last_meeting_on', 'next_due_on', 'review_since', 'review_due_on', 'review_wakes_on'],
    run: ['as_of'],
  };
  const write = (statement: string, ...parameters: unknown[]) => sqlWithoutSchool(database, statement, [schoolId, ...parameters]);
  for (const [table, columns] of Object.entries(days)) {
    await write(`update ${table} set ${columns.map((each) => `${each} = ${each} + $2::integer`).join(', ')} where school_id = $1`, later);
  }
  // Levels were first known up to half a year ago, flags were opened with them; one of three has had another level since, the rest of this week's changes stand.
  await write(`update level_change set on_day = $2::date - 30 - applicant_id % 150 where school_id = $1`, today);
  await write(`update flag set opened_on = $2::date - 30 - applicant_id % 150, risen_on = $2::date - id % 40 where school_id = $1`, today);
  await write(
    `update applicant_summary set level_since = $2::date - case when applicant_id % 3 = 0 then applicant_id % 30 else 30 + applicant_id % 150 end
     where school_id = $1`,
    today,
  );
  // A run of the cohort each week; the last of them changed the level of one of three.
  await write(
    `insert into run (school_id, season, kind, slot, state, as_of, policy_version, rules_digest, requested_by, published_at, levels)
     select school_id, season, 'weekly', 'week:' || no, 'published', $2::date - 7 * no, policy_version, rules_digest, requested_by, now() - no * interval '7 days', levels
     from run cross join generate_series(12, 1, -1) as no where school_id = $1 and slot = 'bench:1'`,
    today,
  );
  const third = `school_id = $1 and run_id = (select id from run where school_id = $1 and slot = 'bench:1') and applicant_id % 3 = 0`;
  const last = `(select id from run where school_id = $1 and slot = 'week:1')`;
  await write(
    `insert into run_answer (school_id, run_id, applicant_id, record_version, digest, risk_level, answer, due, casework)
     select school_id, ${last}, applicant_id, record_version, digest, risk_level, answer, due, casework from run_answer where ${third}`,
  );
  await write(
    `insert into level_change (school_id, run_id, applicant_id, old_level, new_level, on_day)
     select school_id, ${last}, applicant_id, 'watch', new_level, $2::date - applicant_id % 30 from level_change where ${third}`,
    today,
  );
  await write(`update level_change set new_level = 'watch' where ${third}`);
  // Days that were moved left a dead copy of each row behind, which years of use do not.
  await sqlWithoutSchool(database, 'vacuum (full)');
  // The map of what everybody sees, which counting by an index alone needs, is not made by it.
  await sqlWithoutSchool(database, 'vacuum analyze');
}

const listIds = async (database: DataSource): Promise<number[]> =>
  (
    await sqlWithoutSchool<{ id: number }>(database, 'select id from applicant where school_id = $1 and season = $2 order by id', [
      schoolId,
      season,
    ])
  ).map(({ id }) => id);

/** How many rows of casework there are, for the record. */
export async function countCasework({ database }: BenchSchool): Promise<string> {
  const tables = ['meeting', 'plan', 'task', 'review', 'referral', 'check_in', 'outreach', 'checklist'];
  const counts = await sqlWithoutSchool<{ what: string; rows: number }>(
    database,
    tables.map((table) => `select '${table}s' as what, count(*)::integer as rows from ${table}`).join(' union all '),
  );
  const [waiting] = await sqlWithoutSchool<{ flags: number; applicants: number }>(
    database,
    'select sum(review_flags)::integer as flags, count(*)::integer as applicants from applicant_summary where school_id = $1 and review_flags > 0',
    [schoolId],
  );
  const told = counts.map(({ what, rows }) => `${rows.toLocaleString('en-US')} ${what.replace('_', '-')}`).join(', ');
  return `${told}; ${waiting?.flags.toLocaleString('en-US')} flags of ${waiting?.applicants.toLocaleString('en-US')} applicants wait for a review`;
}
