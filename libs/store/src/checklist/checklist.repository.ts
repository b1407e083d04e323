import type { Day } from '@matchwatch/domain';
import type { Mark } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** An item that was ticked. */
export interface ChecklistTick {
  section: string;
  item: string;
  on: Day;
  evidence: string | null;
  by: string;
}

/** A checklist that was begun for an applicant, with what is ticked. */
export interface ChecklistRow {
  id: number;
  template: string;
  startedBy: string;
  startedAt: Date;
  ticks: ChecklistTick[];
}

/** Begins a checklist; answers with its id, and with that of the one that was begun before where there is one. */
export async function startChecklist(
  db: Database,
  schoolId: string,
  applicantId: number,
  template: string,
  { by, at }: Mark,
): Promise<{ id: number; created: boolean }> {
  const started = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into checklist (school_id, applicant_id, template, started_by, started_at) values ($1, $2, $3, $4, $5)
     on conflict (school_id, applicant_id, template) do nothing returning id`,
    [schoolId, applicantId, template, by, at],
  );
  if (started) return { id: started.id, created: true };
  // A statement of its own: the one above does not see what somebody else began while it waited for them.
  const before = await sqlOne<{ id: number }>(
    db,
    schoolId,
    'select id from checklist where school_id = $1 and applicant_id = $2 and template = $3',
    [schoolId, applicantId, template],
  );
  if (!before) throw new Error('A checklist was neither begun nor found');
  return { id: before.id, created: false };
}

/** Ticks an item, or with `on` null takes its tick away; false when the applicant has no such checklist. */
export async function tickChecklist(
  db: Database,
  schoolId: string,
  { applicantId, id }: { applicantId: number; id: number },
  { section, item, on, evidence }: { section: string; item: string; on: Day | null; evidence: string | null },
  { by, at }: Mark,
): Promise<boolean> {
  const found = await sqlOne(db, schoolId, 'select from checklist where school_id = $1 and applicant_id = $2 and id = $3', [
    schoolId,
    applicantId,
    id,
  ]);
  if (!found) return false;
  if (on === null) {
    await sql(db, schoolId, 'delete from checklist_tick where school_id = $1 and checklist_id = $2 and section = $3 and item = $4', [
      schoolId,
      id,
      section,
      item,
    ]);
    return true;
  }
  await sql(
    db,
    schoolId,
    `insert into checklist_tick (school_id, checklist_id, section, item, on_day, evidence, ticked_by, ticked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (school_id, checklist_id, section, item)
       do update set on_day = excluded.on_day, evidence = excluded.evidence, ticked_by = excluded.ticked_by, ticked_at = excluded.ticked_at`,
    [schoolId, id, section, item, on, evidence, by, at],
  );
  return true;
}

/** The checklists of an applicant in the order in which they were begun. */
export const listChecklistsOf = (db: Database, schoolId: string, applicantId: number): Promise<ChecklistRow[]> =>
  sql(
    db,
    schoolId,
    `select c.id, c.template, starter.name as "startedBy", c.started_at as "startedAt",
            coalesce((select json_agg(json_build_object('section', k.section, 'item', k.item, 'on', k.on_day, 'evidence', k.evidence, 'by', p.name))
                      from checklist_tick k join person p on p.school_id = k.school_id and p.id = k.ticked_by
                      where k.school_id = c.school_id and k.checklist_id = c.id), '[]') as ticks
     from checklist c join person starter on starter.school_id = c.school_id and starter.id = c.started_by
     where c.school_id = $1 and c.applicant_id = $2 order by c.id`,
    [schoolId, applicantId],
  );
