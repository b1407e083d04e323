import { type Day, findingLevels, findingRank, type Intervention } from '@matchwatch/domain';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';
import { forbidNestedLoops } from '../whole-tables.js';

/** How many applicants agreed to a kind of help, and how long it took from a flag to the first contact. */
export interface HelpCount {
  intervention: Intervention;
  applicants: number;
  /** Those with a flag of act or above and a meeting after it. */
  contacted: number;
  medianDays: number | null;
}

/** Some days after a kind of help was agreed to: those who have lived that long since, and those like them without it. */
export interface HelpAfter {
  intervention: Intervention;
  days: number;
  applicants: number;
  better: number;
  worse: number;
  flags: number;
  /** Applicants like them who had not agreed to it by then. */
  similar: number;
  /** Means over the days and kinds of applicants of those with it; null without anybody similar. */
  similarBetter: number | null;
  similarWorse: number | null;
  similarFlags: number | null;
}

// Whoever cannot be assessed is neither better nor worse: such days are left out.
const assessed = levelsByRank.filter((level) => level !== 'not-assessable');
const serious = findingLevels.filter((level) => findingRank[level] >= findingRank.act);

/** Of each type and score category no more than about so many are looked at for comparison: taken evenly, and the same ones each time. */
export const mostCompared = 100;

const steps = (schoolId: string, season: number, p: Parameters) => {
  const school = p.add(schoolId);
  return `
  member as materialized (                             -- by what people are alike
    select applicant_id, applicant_type, coalesce(category, '') as category from applicant_summary
    where school_id = ${school} and season = ${p.add(season)}
  ), agreed as materialized (                          -- when each first agreed to each kind of help
    select m.applicant_id, i.intervention, min(m.on_day) as on_day from meeting m
    join meeting_intervention i on i.school_id = m.school_id and i.meeting_id = m.id and i.answer = 'agreed'
    join member using (applicant_id)
    where m.school_id = ${school} and m.state = 'held' group by 1, 2
  )`;
};

/** Each kind of help that anybody of a season agreed to, with how soon people were met. */
export function listHelp(db: Database, schoolId: string, season: number): Promise<HelpCount[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `with ${steps(schoolId, season, p)}, seen as materialized ( -- from the first flag that asks to act to the first meeting after it
       select f.applicant_id, min(m.on_day) - f.opened_on as days from (
         select applicant_id, min(opened_on) as opened_on from flag join member using (applicant_id)
         where school_id = $1 and level = any (${p.add(serious)}::text[]) group by 1
       ) f join meeting m on m.school_id = $1 and m.applicant_id = f.applicant_id and m.state = 'held' and m.on_day >= f.opened_on
       group by f.applicant_id, f.opened_on
     )
     select a.intervention, count(*)::integer as applicants, count(seen.days)::integer as contacted,
            percentile_cont(0.5) within group (order by seen.days) as "medianDays"
     from agreed a left join seen using (applicant_id) group by a.intervention`,
    p.values,
  );
}

/** How level and open flags had moved some days after, with those of the same type, level and score category who had not agreed to it by then. */
export function listHelpAfter(
  db: Database,
  schoolId: string,
  season: number,
  horizons: readonly number[],
  today: Day,
): Promise<HelpAfter[]> {
  const p = new Parameters();
  const common = steps(schoolId, season, p);
  const until = `${p.add(today)}::date`;
  const levels = p.add(levelsByRank);
  const most = `${p.add(mostCompared)}::integer`;
  const moved = 'sign(after.level - before.level)';
  const statement = `with ${common}, horizon as (
       select unnest(${p.add(horizons)}::integer[]) as days
     ), stay as materialized (                         -- from which day until which each was at a level
       select each.*, applicant_type, category from (
         select applicant_id, array_position(${levels}::text[], new_level) as level, new_level, on_day as from_day,
                coalesce(lead(on_day) over (partition by applicant_id order by on_day, run_id), 'infinity') as until_day
         from level_change where school_id = $1
       ) as each join member using (applicant_id) where until_day > from_day and new_level = any (${p.add(assessed)}::text[])
     ), with_it as materialized (                      -- those with it who have lived that long since
       select a.applicant_id, a.intervention, h.days, a.on_day, before.applicant_type, before.category, before.level, ${moved} as moved
       from agreed a cross join horizon h
       join stay before on before.applicant_id = a.applicant_id and a.on_day >= before.from_day and a.on_day < before.until_day
       join stay after on after.applicant_id = a.applicant_id and a.on_day + h.days >= after.from_day and a.on_day + h.days < after.until_day
       where a.on_day + h.days <= ${until}
     ), alike as materialized (                        -- one row for all who began on one day in one place
       select intervention, days, on_day, applicant_type, category, level, count(*) as applicants
       from with_it group by 1, 2, 3, 4, 5, 6
     ), compared as materialized (                     -- all of a kind, or evenly some: by a multiple of the id that scatters
       select stay.* from stay
       join (select applicant_type, category, count(*) as applicants from member group by 1, 2) as kind using (applicant_type, category)
       where kind.applicants <= ${most} or (applicant_id * 2654435761) % 4294967296 < 4294967296 * ${most} / kind.applicants
     ), pair as materialized (                         -- each with everybody compared who stood there that day without it
       select k.intervention, k.days, k.on_day, k.applicant_type, k.category, k.level, k.applicants, before.applicant_id, ${moved} as moved
       from alike k
       join compared before on before.applicant_type = k.applicant_type and before.category = k.category and before.level = k.level
                           and k.on_day >= before.from_day and k.on_day < before.until_day
       join compared after on after.applicant_id = before.applicant_id
                          and k.on_day + k.days >= after.from_day and k.on_day + k.days < after.until_day
       left join agreed a on a.applicant_id = before.applicant_id and a.intervention = k.intervention
       where a.on_day is null or a.on_day > k.on_day + k.days
     ), moment as (                                    -- whose open flags are counted on which days
       select applicant_id, on_day from with_it union select applicant_id, on_day + days from with_it
       union select applicant_id, on_day from pair union select applicant_id, on_day + days from pair
     ), flagged as materialized (                      -- read once: as many look-ups as there are moments take longer
       select id, applicant_id, opened_on, coalesce(closed_on, 'infinity') as until_day from flag where school_id = $1
     ), carried as materialized (
       select m.applicant_id, m.on_day, count(f.id) as flags from moment m
       left join flagged f on f.applicant_id = m.applicant_id and f.opened_on <= m.on_day and f.until_day > m.on_day
       group by 1, 2
     ), without_it as (                                -- a place counts as often as people with it began there
       select intervention, days, sum(applicants * better) / sum(applicants) as better, sum(applicants * worse) / sum(applicants) as worse,
              sum(applicants * flags) / sum(applicants) as flags
       from (
         select pair.intervention, pair.days, pair.applicants, avg((moved < 0)::integer) as better, avg((moved > 0)::integer) as worse,
                avg(later.flags - sooner.flags) as flags
         from pair
         join carried sooner on sooner.applicant_id = pair.applicant_id and sooner.on_day = pair.on_day
         join carried later on later.applicant_id = pair.applicant_id and later.on_day = pair.on_day + pair.days
         group by pair.intervention, pair.days, pair.on_day, applicant_type, category, level, pair.applicants
       ) as place group by 1, 2
     ), people as (
       select intervention, days, count(distinct applicant_id)::integer as similar from pair group by 1, 2
     ), helped as (
       select w.intervention, w.days, count(*)::integer as applicants, (count(*) filter (where w.moved < 0))::integer as better,
              (count(*) filter (where w.moved > 0))::integer as worse, avg(later.flags - sooner.flags)::float8 as flags
       from with_it w
       join carried sooner on sooner.applicant_id = w.applicant_id and sooner.on_day = w.on_day
       join carried later on later.applicant_id = w.applicant_id and later.on_day = w.on_day + w.days
       group by 1, 2
     )
     select helped.*, coalesce(people.similar, 0) as similar, without_it.better::float8 as "similarBetter",
            without_it.worse::float8 as "similarWorse", without_it.flags::float8 as "similarFlags"
     from helped left join without_it using (intervention, days) left join people using (intervention, days)`;
  return db.transaction(async (transaction) => {
    await forbidNestedLoops(transaction, schoolId);
    return sql(transaction, schoolId, statement, p.values);
  });
}
