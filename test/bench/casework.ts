import { interventionCodes, meetingTopics } from '@matchwatch/domain';
import { refreshCaseworkDays, savePerson, sqlWithoutSchool } from '@matchwatch/store';
import { asOf, type BenchSchool, schoolId, season } from './school.js';

/** As an office leaves it behind that looks after everybody: what stands for one applicant, times their number. */
export async function fillCasework({ database }: BenchSchool): Promise<string> {
  const { id: by } = await savePerson(database, schoolId, {
    email: 'advisor@bench.example.edu',
    name: 'Advisor',
    role: 'advisor',
    password: 'a password for the bench',
  });
  const everybody = 'from applicant where school_id = $1 and season = $2';
  const write = (statement: string, ...more: unknown[]) => sqlWithoutSchool(database, statement, [schoolId, season, asOf, by, ...more]);
  // Two of three were met, a third of these twice; something was advised in each.
  await write(
    `insert into meeting (school_id, applicant_id, author_id, state, kind, on_day, met_with, staff_ids, others, topics, note, restricted,
                          created_at, changed_at, changed_by)
     select $1, id, $4, 'held', 'in-person', $3::date - (id % 60)::integer - 30 * again, 'advisor', array[$4::integer], '{}', array[$5::text],
            repeat('What was talked about. ', 12), false, now(), now(), $4
     from (select id ${everybody}) as met, generate_series(0, 1) as again
     where id % 3 > 0 and (again = 0 or id % 3 = 1)`,
    meetingTopics[0],
  );
  await write(
    `insert into meeting_intervention (school_id, meeting_id, no, intervention, answer)
     select school_id, id, 1, ($5::text[])[1 + id % 3], (array['agreed', 'declined', 'deferred'])[1 + id % 3]
     from meeting where school_id = $1 and $2::integer is not null and $3::date is not null and $4::integer is not null`,
    interventionCodes.slice(0, 3),
  );
  // One of six has a plan, of three tasks; a task by itself for every second.
  await write(
    `insert into plan (school_id, applicant_id, state, agreed_on, agreed_with, agreed_by, created_by, created_at, changed_at)
     select $1, id, 'agreed', $3::date - 20, 'the applicant', $4, $4, now(), now() ${everybody} and id % 6 = 0`,
  );
  await write(
    `insert into task (school_id, applicant_id, plan_id, answers, title, owner, due_on, state, done_on, restricted, created_by, created_at, changed_at)
     select $1, applicant_id, plan_id, '{}', 'Something to do', (array['applicant', 'advisor', 'dean'])[1 + no % 3],
            $3::date + (applicant_id % 90 - 30)::integer, state, case when state = 'done' then $3::date end, false, $4, now(), now()
     from (
       select applicant_id, id as plan_id, no, case when no = 1 then 'done' else 'open' end as state
       from plan, generate_series(1, 3) as no where school_id = $1
       union all
       select id, null, 4, 'open' ${everybody} and id % 2 = 0
     ) as tasks`,
  );
  // Half of the flags were looked at.
  await write(
    `insert into review (school_id, flag_id, applicant_id, rule_code, state, level, decided_on, decided_by, decided_at)
     select $1, f.id, applicant_id, rule_code, 'agreed', level, $3::date, $4, now() from flag f
     join applicant a on a.school_id = $1 and a.id = applicant_id and a.season = $2
     where f.school_id = $1 and f.id % 2 = 0`,
  );
  await sqlWithoutSchool(database, 'analyze meeting, meeting_intervention, plan, task, review');
  const ids = await sqlWithoutSchool<{ id: number }>(database, `select id ${everybody}`, [schoolId, season]);
  await refreshCaseworkDays(
    database,
    schoolId,
    ids.map(({ id }) => id),
  );
  const [rows] = await sqlWithoutSchool<{ meetings: number; plans: number; tasks: number; reviews: number }>(
    database,
    `select (select count(*) from meeting)::integer as meetings, (select count(*) from plan)::integer as plans,
            (select count(*) from task)::integer as tasks, (select count(*) from review)::integer as reviews`,
  );
  return Object.entries(rows ?? {})
    .map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`)
    .join(', ');
}
