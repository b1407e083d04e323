import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, line } from '../record/scalars.js';
import { recordChangeSchema } from './change.js';
import { planTaskWriteSchema, taskSchema } from './task.js';

/** A fact that a plan sets out to change, and by when. */
export const planGoalSchema = z.strictObject({ change: recordChangeSchema, dueOn: day });

const phase = z.strictObject({ phase: z.enum(d.planPhases), enteredOn: day.nullable(), leftOn: day.nullable() });

/** What a plan says: tasks that are left out are dropped. */
const content = {
  tasks: z.array(planTaskWriteSchema).max(200),
  goals: z.array(planGoalSchema).max(30),
  phases: z
    .array(
      phase.refine(({ enteredOn, leftOn }) => leftOn === null || (enteredOn !== null && leftOn >= enteredOn), {
        error: 'must not be before the day it was entered',
        path: ['leftOn'],
      }),
    )
    .max(4)
    .refine((phases) => new Set(phases.map((each) => each.phase)).size === phases.length, { error: 'names one phase twice' }),
};

/** A plan to begin with, as a draft or agreed at once. */
export const planWriteSchema = z.strictObject(content);
export type PlanWrite = z.infer<typeof planWriteSchema>;

/** A plan as it should read, over the version in If-Match. */
export const planRevisionWriteSchema = z.strictObject({ ...content, reason: line(500).nullable() });
export type PlanRevisionWrite = z.infer<typeof planRevisionWriteSchema>;

export const planAgreeSchema = z.strictObject({ on: day, with: line(200) });
export const planCloseSchema = z.strictObject({ ending: z.enum(d.planEndings), reason: line(500).nullable() });

/** A plan as it is shown; its tasks stand with all tasks of the applicant. */
export const planSchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  state: z.enum(d.planStates),
  agreedOn: day.nullable(),
  agreedWith: z.string().nullable(),
  agreedBy: z.string().nullable(),
  closedOn: day.nullable(),
  ending: z.enum(d.planEndings).nullable(),
  closedReason: z.string().nullable(),
  version: z.int().meta({ description: 'Goes back in If-Match on a change.' }),
  createdBy: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  goals: z.array(planGoalSchema),
  phases: z.array(phase),
});
export type Plan = z.infer<typeof planSchema>;

/** A plan as it was in one of its versions. */
export const planRevisionSchema = z.strictObject({
  version: z.int(),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  content: planSchema
    .pick({ state: true, agreedOn: true, agreedWith: true, closedOn: true, ending: true, goals: true, phases: true })
    .extend({
      tasks: z.array(taskSchema.pick({ id: true, phase: true, title: true, owner: true, dueOn: true, state: true })),
    }),
});
export type PlanRevision = z.infer<typeof planRevisionSchema>;

/** A checklist of the templates, begun for an applicant. */
export const checklistSchema = z.strictObject({
  id: z.int(),
  template: z.enum(d.templateIds),
  startedBy: z.string(),
  startedAt: z.string(),
  ticks: z.array(z.strictObject({ section: z.string(), item: z.string(), on: day, evidence: z.string().nullable(), by: z.string() })),
});
export type Checklist = z.infer<typeof checklistSchema>;

export const checklistStartSchema = z.strictObject({ template: z.enum(d.templateIds) });
export const checklistTickSchema = z.strictObject({
  section: line(80),
  item: line(80),
  on: day.nullable().meta({ description: 'Null takes the tick away.' }),
  evidence: line(300).nullable(),
});
export type ChecklistTick = z.infer<typeof checklistTickSchema>;
