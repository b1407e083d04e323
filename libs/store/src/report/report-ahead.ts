import {
  addDays,
  type BookedExam,
  type DueCount,
  type ExamCount,
  mostListed,
  reportHorizons,
  type WeeklyReport,
  type WeeklyReportSource,
} from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { type ReportReading, reportCohort } from './report-cohort.js';

const [near, far] = reportHorizons;

/** Open tasks by when they are due; those of a plan that nobody has agreed to are not, and a restricted one is not told of. */
export async function readTasks(
  db: Database,
  reading: ReportReading,
): Promise<Record<'overdue' | 'within14' | 'within28', DueCount['tasks']>> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<Record<'overdue' | 'within14' | 'within28', number>>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where t.due_on < ${day}) as overdue, count(*) filter (where t.due_on between ${day} and ${day} + ${near}) as within14,
            count(*) filter (where t.due_on >= ${day}) as within28
     from task t join cohort on cohort.applicant_id = t.applicant_id
     left join plan on plan.school_id = t.school_id and plan.id = t.plan_id
     where t.school_id = ${p.add(reading.schoolId)} and t.state = 'open' and not t.restricted and plan.state is distinct from 'draft'
       and t.due_on <= ${day} + ${far}`,
    p.values,
  );
  return row ?? { overdue: 0, within14: 0, within28: 0 };
}

export async function readMeetings(db: Database, reading: ReportReading): Promise<WeeklyReport['meetings']> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<WeeklyReport['meetings']>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where m.on_day <= ${day} + ${near}) as within14, count(*) as within28
     from meeting m join cohort on cohort.applicant_id = m.applicant_id
     where m.school_id = ${p.add(reading.schoolId)} and m.state = 'planned' and m.on_day between ${day} and ${day} + ${far}`,
    p.values,
  );
  return row ?? { within14: 0, within28: 0 };
}

/** Exams that are booked and not yet taken. */
export async function readExams(db: Database, reading: ReportReading): Promise<WeeklyReportSource['exams']> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const [from, to] = [p.add(reading.asOf), p.add(addDays(reading.asOf, far))];
  const soon = p.add(addDays(reading.asOf, near));
  const row = await sqlOne<{ within14: ExamCount[]; within28: ExamCount[]; booked: BookedExam[] }>(
    db,
    reading.schoolId,
    `${cohort}, booked as materialized (
       select cohort.applicant_id, cohort.sort_name, exam ->> 0 as exam, exam ->> 1 as on_day
       from cohort cross join lateral jsonb_array_elements(cohort.booked_exams) as exam
       where cohort.booked_until >= ${from}::date and exam ->> 1 between ${from}::text and ${to}::text
     ), counted as (
       select exam, count(*) filter (where on_day <= ${soon}::text) as near, count(*) as far from booked group by exam
     )
     select (select coalesce(json_agg(json_build_object('exam', exam, 'applicants', near) order by exam), '[]') from counted where near > 0) as within14,
            (select coalesce(json_agg(json_build_object('exam', exam, 'applicants', far) order by exam), '[]') from counted) as within28,
            (select coalesce(json_agg(json_build_object('applicantId', applicant_id, 'exam', exam, 'on', on_day) order by on_day, sort_name, applicant_id), '[]')
             from (select * from booked order by on_day, sort_name, applicant_id limit ${mostListed}) as first) as booked`,
    p.values,
  );
  return row ?? { within14: [], within28: [], booked: [] };
}
