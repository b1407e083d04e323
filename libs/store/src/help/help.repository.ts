import { type Day, findingLevels, findingRank, type Intervention } from '@matchwatch/domain';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

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

const steps = (schoolId: string, season: number, p: Parameters) => {
  const school = p.add(schoolId);
  return `
  member as materialized (                             -- who is compared, and by what people are alike
    select applicant_id, applicant_type, coalesce(category, '') as category from applicant_summary
    where school_id = ${school} and season = ${p.add(season)}
  ), stay as materialized (                            -- from which day until which each was at a level
    select * from (
      select l.applicant_id, array_position(${p.add(levelsByRank)}::text[], l.new_level) as level, l.new_level, l.on_day as from_day,
             coalesce(lead(l.on_day) over (partition by l.applicant_id order by l.on_day, l.run_id), 'infinity') as until_day
      from level_change l join member using (applicant_id) where l.school_id = ${school}
    ) as each where until_day > from_day and new_level = any (${p.add(assessed)}::text[])
  ), agreed as materialized (                          -- when each first agreed to each kind of help
    select m.applicant_id, i.intervention, min(m.on_day) as on_day from meeting m
    join meeting_intervention i on i.school_id = m.school_id and i.meeting_id = m.id and i.answer = 'agreed'
    join member using (applicant_id)
    where m.school_id = ${school} and m.state = 'held' group by 1, 2
  ), seen as materialized (                            -- from the first flag that asks to act to the first meeting after it
    select f.applicant_id, min(m.on_day) - f.opened_on as days from (
      select applicant_id, min(opened_on) as opened_on from flag join member using (applicant_id)
      where school_id = ${school} and level = any (${p.add(serious)}::text[]) group by 1
    ) f join meeting m on m.school_id = ${school} and m.applicant_id = f.applicant_id and m.state = 'held' and m.on_day >= f.opened_on
    group by f.applicant_id, f.opened_on
  )`;
};

/** Each kind of help that anybody of a season agreed to, with how soon people were met. */
export function listHelp(db: Database, schoolId: string, season: number): Promise<HelpCount[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `with ${steps(schoolId, season, p)}
     select a.intervention, count(*)::integer as applicants, count(seen.days)::integer as contacted,
            percentile_cont(0.5) within group (order by seen.days) as "medianDays"
     from agreed a left join seen using (applicant_id) group by a.intervention`,
    p.values,
  );
}

const openFlags = (school: string, who: string, day: string) => `(
  select count(*) from flag f where f.school_id = ${school} and f.applicant_id = ${who} and f.opened_on <= ${day}
    and (f.closed_on is null or f.closed_on > ${day}))`;

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
  const school = p.add(schoolId);
  const until = `${p.add(today)}::date`;
  const moved = (before: string, after: string) => `sign(${after}.level - ${before}.level)`;
  return sql(
    db,
    schoolId,
    `with ${common}, horizon as (
       select unnest(${p.add(horizons)}::integer[]) as days
     ), with_it as materialized (                      -- those with it who have lived that long since
       select a.intervention, h.days, a.on_day, member.applicant_type, member.category, before.level,
              ${moved('before', 'after')} as moved,
              ${openFlags(school, 'a.applicant_id', '(a.on_day + h.days)')} - ${openFlags(school, 'a.applicant_id', 'a.on_day')} as flags
       from agreed a cross join horizon h
       join member using (applicant_id)
       join stay before on before.applicant_id = a.applicant_id and a.on_day >= before.from_day and a.on_day < before.until_day
       join stay after on after.applicant_id = a.applicant_id and a.on_day + h.days >= after.from_day and a.on_day + h.days < after.until_day
       where a.on_day + h.days <= ${until}
     ), alike as materialized (                        -- one row for all who began on one day in one place
       select intervention, days, on_day, applicant_type, category, level, count(*) as applicants
       from with_it group by 1, 2, 3, 4, 5, 6
     ), pair as materialized (                         -- each with everybody who stood there that day without it
       select k.intervention, k.days, k.on_day, k.applicant_type, k.category, k.level, k.applicants, member.applicant_id,
              ${moved('before', 'after')} as moved,
              ${openFlags(school, 'member.applicant_id', '(k.on_day + k.days)')} - ${openFlags(school, 'member.applicant_id', 'k.on_day')} as flags
       from alike k
       join member on member.applicant_type = k.applicant_type and member.category = k.category
       join stay before on before.applicant_id = member.applicant_id and before.level = k.level
                       and k.on_day >= before.from_day and k.on_day < before.until_day
       join stay after on after.applicant_id = member.applicant_id
                      and k.on_day + k.days >= after.from_day and k.on_day + k.days < after.until_day
       where not exists (
         select from agreed a where a.applicant_id = member.applicant_id and a.intervention = k.intervention and a.on_day <= k.on_day + k.days)
     ), without_it as (                                -- a place counts as often as people with it began there
       select intervention, days, sum(applicants * better) / sum(applicants) as better, sum(applicants * worse) / sum(applicants) as worse,
              sum(applicants * flags) / sum(applicants) as flags
       from (
         select intervention, days, applicants, avg((moved < 0)::integer) as better, avg((moved > 0)::integer) as worse, avg(flags) as flags
         from pair group by intervention, days, on_day, applicant_type, category, level, applicants
       ) as place group by 1, 2
     ), people as (
       select intervention, days, count(distinct applicant_id)::integer as similar from pair group by 1, 2
     )
     select w.intervention, w.days, count(*)::integer as applicants, (count(*) filter (where w.moved < 0))::integer as better,
            (count(*) filter (where w.moved > 0))::integer as worse, avg(w.flags)::float8 as flags,
            coalesce(max(people.similar), 0) as similar, max(without_it.better)::float8 as "similarBetter",
            max(without_it.worse)::float8 as "similarWorse", max(without_it.flags)::float8 as "similarFlags"
     from with_it w left join without_it using (intervention, days) left join people using (intervention, days)
     group by w.intervention, w.days`,
    p.values,
  );
}
