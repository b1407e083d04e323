import { cohortRunKinds, findingLevels, riskLevels, riskRank, scoreCategories } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { openFlagsWithReviews, reviewAggregates, setReviewColumns } from '../review/review-sql.js';
import { forbidNestedLoops } from '../whole-tables.js';
import { isCohortRun } from './cohort-run.js';
import { lockPublishing } from './publish-lock.js';

interface PublishingRun {
  season: number;
  kind: string;
  as_of: string;
}

// A later run stores only what differs, so an answer it found unchanged bears the id of a run long before.
const laterRuns = 'run later where later.school_id = $1 and later.id > $2 and later.as_of >= $3::date and later.published_at is not null';

/** Whom a reassessment of a few has answered anew since the run was asked for. */
const reassessedSince = `select unnest(later.applicant_ids) from ${laterRuns} and later.applicant_ids is not null`;

/** A later run of the whole cohort, for a run of the whole cohort. */
const cohortSince = `
  select from run this, ${laterRuns} and later.season = this.season and later.${isCohortRun}
    and this.school_id = $1 and this.id = $2 and this.${isCohortRun}`;

/**
 * Answers of the run that are newer than what stands: a slower run never overwrites what a later edit, day or policy has shown. An applicant
 * who was removed meanwhile, with the import that brought them, is no longer answered.
 */
const newer = `
  from run_answer a
  join applicant_summary there on there.school_id = a.school_id and there.applicant_id = a.applicant_id
  left join standing_answer s on s.school_id = a.school_id and s.applicant_id = a.applicant_id
  where a.school_id = $1 and a.run_id = $2
    and (s.applicant_id is null or (s.digest <> a.digest and s.record_version <= a.record_version and s.as_of <= $3::date
                                      and (s.run_id < $2 or s.record_version < a.record_version or s.as_of < $3::date)
                                      and a.applicant_id not in (${reassessedSince}) and not exists (${cohortSince})))`;

/** Answers of the run that now stand: what the steps after the first two go by. */
const applied = `
  from run_answer a
  join standing_answer s on s.school_id = a.school_id and s.applicant_id = a.applicant_id and s.run_id = a.run_id
  where a.school_id = $1 and a.run_id = $2`;

/** At risk or above. */
const isAtRisk = (level: string) =>
  `${level} in (${riskLevels
    .filter((each) => riskRank[each] >= riskRank['at-risk'])
    .map((each) => `'${each}'`)
    .join(', ')})`;

const levelChanges = `
  insert into level_change (school_id, run_id, applicant_id, old_level, new_level, on_day)
  select $1, $2, a.applicant_id, s.risk_level, a.risk_level, $3::date ${newer} and s.risk_level is distinct from a.risk_level`;

const standingAnswers = `
  insert into standing_answer as before (school_id, applicant_id, run_id, record_version, as_of, digest, risk_level, level_since, at_risk_since)
  select $1, a.applicant_id, $2, a.record_version, $3::date, a.digest, a.risk_level, $3::date,
         case when ${isAtRisk('a.risk_level')} then $3::date end ${newer}
  on conflict (school_id, applicant_id) do update
    set run_id = excluded.run_id, record_version = excluded.record_version, as_of = excluded.as_of, digest = excluded.digest, risk_level = excluded.risk_level,
        level_since = case when before.risk_level = excluded.risk_level then before.level_since else excluded.level_since end,
        at_risk_since = case when ${isAtRisk('excluded.risk_level')} then coalesce(before.at_risk_since, excluded.at_risk_since) end`;

const flags = `
  with finding as (                                   -- what the run raised
    select a.applicant_id, f ->> 'code' as rule_code, f ->> 'level' as level, f -> 'evidence' as evidence, (a.due ->> (f ->> 'code'))::date as due_on
    ${applied.replace('where', `cross join lateral jsonb_array_elements((a.answer -> 'findings') || (a.answer -> 'careGaps')) as f where`)}
  ), prior as (                                       -- open flags as they were, before the writes below
    select flag.id, flag.applicant_id, flag.rule_code, flag.level, a.answer
    ${applied.replace('where', 'join flag on flag.school_id = a.school_id and flag.applicant_id = a.applicant_id and flag.closed_run is null where')}
  ), raised as (
    insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on, due_on)
    select $1, applicant_id, rule_code, level, evidence, $2, $3::date, $3::date, $3::date, due_on from finding
    on conflict (school_id, applicant_id, rule_code) where closed_run is null do update
      set level = excluded.level, evidence = excluded.evidence, due_on = excluded.due_on,
          level_since = case when flag.level = excluded.level then flag.level_since else excluded.level_since end,
          risen_on = case when array_position($5::text[], excluded.level) > array_position($5::text[], flag.level) then excluded.risen_on else flag.risen_on end
      where (flag.level, flag.evidence, flag.due_on) is distinct from (excluded.level, excluded.evidence, excluded.due_on)
    returning id, applicant_id, rule_code, level
  ), closed as (                                      -- only an explicit clear closes: neither raised nor unknown, by a rule that was asked
    update flag set closed_run = $2, closed_on = $3::date
    from prior
    where flag.school_id = $1 and flag.id = prior.id and flag.rule_code = any ($4::text[])
      and not (prior.answer -> 'findings') @> jsonb_build_array(jsonb_build_object('code', flag.rule_code))
      and not (prior.answer -> 'careGaps') @> jsonb_build_array(jsonb_build_object('code', flag.rule_code))
      and not (prior.answer -> 'unknown') @> jsonb_build_array(jsonb_build_object('code', flag.rule_code))
    returning flag.id, flag.applicant_id, flag.rule_code
  ), change as (                                      -- an event only where the level moved
    select raised.id, raised.applicant_id, raised.rule_code, prior.level as old_level, raised.level as new_level
    from raised left join prior on prior.id = raised.id where prior.level is distinct from raised.level
    union all
    select closed.id, closed.applicant_id, closed.rule_code, prior.level, null from closed join prior on prior.id = closed.id
  )
  insert into flag_event (school_id, run_id, flag_id, applicant_id, rule_code, kind, old_level, new_level, on_day)
  select $1, $2, id, applicant_id, rule_code,
         case when old_level is null then 'opened' when new_level is null then 'closed'
              when array_position($5::text[], new_level) > array_position($5::text[], old_level) then 'raised' else 'lowered' end,
         old_level, new_level, $3::date
  from change`;

const summaries = `
  update applicant_summary summary
  set level_since = case when summary.risk_level is distinct from a.risk_level then $3::date else summary.level_since end,
      risk_level = a.risk_level, risk_rank = array_position($4::text[], a.risk_level) - 1,
      reasons = shown.reasons, missing = shown.missing, img_tier = a.answer ->> 'imgTier',
      category = shown.category, category_rank = coalesce(array_position($6::text[], shown.category), 0),
      open_urgent = open_flag.urgent, open_act = open_flag.act, open_watch = open_flag.watch, open_note = open_flag.note,
      ${setReviewColumns('open_flag')}
  ${applied.replace(
    'where',
    `cross join lateral (                             -- what the list shows of the answer
       select jsonb_path_query_first(a.answer, '$.categories[*] ? (@.role == "primary").category') #>> '{}' as category,
              (select coalesce(jsonb_agg(f order by place) filter (where place <= 4), '[]')
               from (select f, row_number() over (order by array_position($5::text[], f ->> 'level') desc, n) as place
                     from jsonb_array_elements(a.answer -> 'findings') with ordinality as e (f, n) where a.answer -> 'setBy' ? (f ->> 'code')) as setting) as reasons,
              case when a.risk_level = 'not-assessable'
                   then (select coalesce(array_agg(distinct path), '{}')
                         from jsonb_array_elements(a.answer -> 'unknown') as u, jsonb_array_elements_text(u -> 'missing') as path)
                   else '{}' end as missing
     ) as shown
     cross join lateral (                             -- flags that are open now, unknown ones among them
       select count(*) filter (where flag.level = 'urgent') as urgent, count(*) filter (where flag.level = 'act') as act,
              count(*) filter (where flag.level = 'watch') as watch, count(*) filter (where flag.level = 'note') as note,
              ${reviewAggregates()}
       from ${openFlagsWithReviews('a.school_id', 'a.applicant_id')}
     ) as open_flag
     where summary.school_id = a.school_id and summary.applicant_id = a.applicant_id and`,
  )}`;

const cohortLevels = `
  insert into cohort_level (school_id, run_id, applicant_type, specialty, risk_level, applicants)
  select school_id, $2, applicant_type, coalesce(primary_specialty, ''), risk_level, count(*)
  from applicant_summary where school_id = $1 and season = $3 and risk_level is not null
  group by school_id, applicant_type, primary_specialty, risk_level`;

const finish = `
  update run set state = 'published', published_at = clock_timestamp(),
    opened = count.opened, raised = count.raised, lowered = count.lowered, closed = count.closed, levels = level.counts
  from (select count(*) filter (where kind = 'opened') as opened, count(*) filter (where kind = 'raised') as raised,
               count(*) filter (where kind = 'lowered') as lowered, count(*) filter (where kind = 'closed') as closed
        from flag_event where school_id = $1 and run_id = $2) as count,
       (select coalesce(jsonb_object_agg(risk_level, applicants), '{}') as counts
        from (select risk_level, sum(applicants) as applicants from cohort_level where school_id = $1 and run_id = $2 group by risk_level) as l) as level
  where run.school_id = $1 and run.id = $2`;

const riskOrder = [...riskLevels].sort((a, b) => riskRank[a] - riskRank[b]);

/**
 * Applies a closed run: standing answers, flags, events and lists, set-based, all or nothing. Call it in a transaction.
 * False when the run is not closed (published already, held, cancelled) or a trial of a draft, so that doing it twice emits no second event.
 * `ruleCodes` are the rules that were asked: a flag of any other rule is left as it is.
 */
export async function publishRun(db: Database, schoolId: string, runId: number, ruleCodes: readonly string[]): Promise<boolean> {
  // One publisher a school at a time: two runs that touch the same flags would otherwise wait for each other.
  await lockPublishing(db, schoolId);
  const run = await sqlOne<PublishingRun>(
    db,
    schoolId,
    `select season, kind, as_of from run where school_id = $1 and id = $2 and state = 'closed' and kind <> 'shadow' for update`,
    [schoolId, runId],
  );
  if (!run) return false;
  const large = await isLarge(db, schoolId, runId);
  if (large) await forbidNestedLoops(db, schoolId);
  await sql(db, schoolId, levelChanges, [schoolId, runId, run.as_of]);
  await sql(db, schoolId, standingAnswers, [schoolId, runId, run.as_of]);
  await sql(db, schoolId, flags, [schoolId, runId, run.as_of, ruleCodes, findingLevels]);
  if (large) await refreshFlagStatistics(db, schoolId);
  await sql(db, schoolId, summaries, [schoolId, runId, run.as_of, riskOrder, findingLevels, scoreCategories]);
  if (cohortRunKinds.some((kind) => kind === run.kind)) await sql(db, schoolId, cohortLevels, [schoolId, runId, run.season]);
  await sql(db, schoolId, finish, [schoolId, runId]);
  return true;
}

// From here on a whole-table join is cheaper than as many look-ups by index.
const manyAnswers = 500;

/** Whether a run has so many answers that its steps must be planned for whole tables. */
async function isLarge(db: Database, schoolId: string, runId: number): Promise<boolean> {
  const answers = await sql(db, schoolId, 'select from run_answer where school_id = $1 and run_id = $2 limit $3', [
    schoolId,
    runId,
    manyAnswers,
  ]);
  return answers.length === manyAnswers;
}

// Trap: flags have just been filled and their statistics know nothing of it; a cohort then takes hours.
const refreshFlagStatistics = (db: Database, schoolId: string) => sql(db, schoolId, 'select refresh_flag_statistics()');
