import type { Day, PlanEnding, PlanPhase, PlanState } from '@matchwatch/domain';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';
import type { TaskContent } from '../task/task.repository.js';
import { type PlanContent, type PlanGoalRow, type PlanPhaseRow, writePlanContent } from './plan-content.js';

/** A plan as it stands; its tasks are listed with all tasks of the applicant. */
export interface PlanRow {
  id: number;
  applicantId: number;
  state: PlanState;
  agreedOn: Day | null;
  agreedWith: string | null;
  agreedBy: string | null;
  closedOn: Day | null;
  ending: PlanEnding | null;
  closedReason: string | null;
  version: number;
  createdBy: string;
  createdAt: Date;
  changedAt: Date;
  goals: PlanGoalRow[];
  phases: PlanPhaseRow[];
}

/** A plan by its id and the applicant it is for, at a version. */
export interface PlanAt {
  applicantId: number;
  id: number;
  version: number;
}

const planColumns = `
  plan.id, plan.applicant_id as "applicantId", plan.state, plan.agreed_on as "agreedOn", plan.agreed_with as "agreedWith",
  (select p.name from person p where p.school_id = plan.school_id and p.id = plan.agreed_by) as "agreedBy",
  plan.closed_on as "closedOn", plan.ending, plan.closed_reason as "closedReason", plan.version,
  (select p.name from person p where p.school_id = plan.school_id and p.id = plan.created_by) as "createdBy",
  plan.created_at as "createdAt", plan.changed_at as "changedAt",
  coalesce((select json_agg(json_build_object('change', g.change, 'dueOn', g.due_on) order by g.no)
            from plan_goal g where g.school_id = plan.school_id and g.plan_id = plan.id), '[]') as goals,
  coalesce((select json_agg(json_build_object('phase', h.phase, 'enteredOn', h.entered_on, 'leftOn', h.left_on)
                            order by array_position(array['stabilize', 'rebuild', 'communicate', 'contingency'], h.phase))
            from plan_phase h where h.school_id = plan.school_id and h.plan_id = plan.id), '[]') as phases`;

/** Begins a plan as a draft; undefined when the applicant has one that is not closed. */
export async function addPlan(
  db: Database,
  schoolId: string,
  applicantId: number,
  content: PlanContent,
  mark: Mark,
): Promise<number | undefined> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into plan (school_id, applicant_id, state, created_by, created_at, changed_at) values ($1, $2, 'draft', $3, $4, $4)
     on conflict (school_id, applicant_id) where state <> 'closed' do nothing returning id`,
    [schoolId, applicantId, mark.by, mark.at],
  );
  if (!added) return undefined;
  await writePlanContent(db, schoolId, { applicantId, id: added.id }, content, mark);
  await keepPlan(db, schoolId, added.id, mark, null);
  return added.id;
}

/** Replaces what a plan that is not closed says. */
export async function revisePlan(
  db: Database,
  schoolId: string,
  at: PlanAt,
  content: PlanContent,
  mark: Mark,
  reason: string | null,
): Promise<CaseworkOutcome> {
  const changed = await move(db, schoolId, at, mark, 'version = version + 1', `state <> 'closed'`, []);
  if (changed.outcome !== 'saved') return changed;
  await writePlanContent(db, schoolId, at, content, mark);
  await keepPlan(db, schoolId, at.id, mark, reason);
  return changed;
}

/** Notes that a draft was agreed: with whom and on which day. */
export async function agreePlan(
  db: Database,
  schoolId: string,
  at: PlanAt,
  { on, with: agreedWith }: { on: Day; with: string },
  mark: Mark,
): Promise<CaseworkOutcome> {
  const changed = await move(
    db,
    schoolId,
    at,
    mark,
    `version = version + 1, state = 'agreed', agreed_on = $6, agreed_with = $7, agreed_by = $8`,
    `state = 'draft'`,
    [on, agreedWith, mark.by],
  );
  if (changed.outcome !== 'saved') return changed;
  // Who agrees to a plan begins with its first phase.
  await sql(
    db,
    schoolId,
    `insert into plan_phase (school_id, plan_id, phase, entered_on)
     select $1, $2, first.phase, $3 from (
       select phase from task where school_id = $1 and plan_id = $2 and phase is not null
       order by array_position(array['stabilize', 'rebuild', 'communicate', 'contingency'], phase) limit 1
     ) as first
     where not exists (select from plan_phase where school_id = $1 and plan_id = $2 and entered_on is not null)
     on conflict (school_id, plan_id, phase) do update set entered_on = excluded.entered_on`,
    [schoolId, at.id, on],
  );
  await keepPlan(db, schoolId, at.id, mark, null);
  return changed;
}

/** Closes a plan; its open tasks are dropped. */
export async function closePlan(
  db: Database,
  schoolId: string,
  at: PlanAt,
  { on, ending, reason }: { on: Day; ending: PlanEnding; reason: string | null },
  mark: Mark,
): Promise<CaseworkOutcome> {
  const changed = await move(
    db,
    schoolId,
    at,
    mark,
    `version = version + 1, state = 'closed', closed_on = $6, ending = $7, closed_reason = $8`,
    `state <> 'closed'`,
    [on, ending, reason],
  );
  if (changed.outcome !== 'saved') return changed;
  await sql(
    db,
    schoolId,
    `update task set state = 'dropped', closed_by = $3, version = version + 1, changed_at = $4
     where school_id = $1 and plan_id = $2 and state = 'open'`,
    [schoolId, at.id, mark.by, mark.at],
  );
  await keepPlan(db, schoolId, at.id, mark, reason);
  return changed;
}

async function move(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: PlanAt,
  { at }: Mark,
  set: string,
  when: string,
  more: readonly unknown[],
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update plan set ${set}, changed_at = $5 where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and ${when} returning version`,
    [schoolId, applicantId, id, version, at, ...more],
  );
  if (changed) return { outcome: 'saved', version: changed.version };
  const found = await sqlOne<{ version: number }>(
    db,
    schoolId,
    'select version from plan where school_id = $1 and applicant_id = $2 and id = $3',
    [schoolId, applicantId, id],
  );
  return whyNothing(found, version);
}

/** Adds the plan with its tasks as they are now to its revisions. */
const keepPlan = (db: Database, schoolId: string, id: number, { by, at }: Mark, reason: string | null): Promise<unknown> =>
  sql(
    db,
    schoolId,
    `insert into plan_revision (school_id, plan_id, version, by_id, at, reason, content)
     select plan.school_id, plan.id, plan.version, $3, $4, $5, to_jsonb(said)
     from plan cross join lateral (
       select shown.state, shown."agreedOn", shown."agreedWith", shown."closedOn", shown.ending, shown.goals, shown.phases,
              coalesce((select json_agg(json_build_object('id', t.id, 'phase', t.phase, 'title', t.title, 'owner', t.owner, 'dueOn', t.due_on,
                                                          'state', t.state, 'restricted', t.restricted) order by t.due_on, t.id)
                        from task t where t.school_id = plan.school_id and t.plan_id = plan.id), '[]') as tasks
       from (select ${planColumns}) as shown
     ) as said
     where plan.school_id = $1 and plan.id = $2`,
    [schoolId, id, by, at, reason],
  );

/** The plans of an applicant, the one that stands first, then those closed, the latest first. */
export const listPlansOf = (db: Database, schoolId: string, applicantId: number): Promise<PlanRow[]> =>
  sql(
    db,
    schoolId,
    `select ${planColumns} from plan where plan.school_id = $1 and plan.applicant_id = $2 order by plan.state = 'closed', plan.id desc`,
    [schoolId, applicantId],
  );

/** What a plan said in one of its versions. */
export interface PlanRevision {
  version: number;
  by: string;
  at: Date;
  reason: string | null;
  content: Pick<PlanRow, 'state' | 'agreedOn' | 'agreedWith' | 'closedOn' | 'ending' | 'goals' | 'phases'> & {
    tasks: {
      id: number;
      phase: PlanPhase | null;
      title: string;
      owner: TaskContent['owner'];
      dueOn: Day;
      state: 'open' | 'done' | 'dropped';
      restricted: boolean;
    }[];
  };
}

/** Every version of a plan, the newest first. */
export const listPlanRevisions = (db: Database, schoolId: string, applicantId: number, id: number): Promise<PlanRevision[]> =>
  sql(
    db,
    schoolId,
    `select r.version, p.name as by, r.at, r.reason, r.content
     from plan_revision r
     join plan on plan.school_id = r.school_id and plan.id = r.plan_id
     join person p on p.school_id = r.school_id and p.id = r.by_id
     where r.school_id = $1 and plan.applicant_id = $2 and plan.id = $3 order by r.version desc`,
    [schoolId, applicantId, id],
  );
