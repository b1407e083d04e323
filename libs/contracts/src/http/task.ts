import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, prose } from '../record/scalars.js';
import { listQuery } from './paging.js';

/** A task as it is shown. */
export const taskSchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  planId: z.int().nullable(),
  meetingId: z.int().nullable(),
  phase: z.enum(d.planPhases).nullable(),
  advice: z.string().nullable(),
  answers: z.array(z.string()),
  title: z.string(),
  owner: z.enum(d.taskOwners),
  person: z.strictObject({ id: z.int(), name: z.string() }).nullable().meta({ description: 'The owner, when it is a person by name.' }),
  dueOn: day,
  remindOn: day.nullable(),
  restricted: z.boolean(),
  state: z.enum(d.taskStates),
  doneOn: day.nullable(),
  outcome: z.string().nullable(),
  closedBy: z.string().nullable(),
  version: z.int().meta({ description: 'Goes back in If-Match on a change.' }),
  createdAt: z.string(),
});
export type Task = z.infer<typeof taskSchema>;

const fields = {
  title: line(300),
  owner: z.enum(d.taskOwners),
  ownerId: id.nullable(),
  dueOn: day,
  remindOn: day.nullable(),
  phase: z.enum(d.planPhases).nullable(),
};
const named = { error: 'says who, when and only when the owner is a person', path: ['ownerId'] };
const isNamed = ({ owner, ownerId }: { owner: d.TaskOwner; ownerId: number | null }) => (owner === 'person') === (ownerId !== null);
const reminded = { error: 'must not be after the day it is due', path: ['remindOn'] };
const isReminded = ({ remindOn, dueOn }: { remindOn: d.Day | null; dueOn: d.Day }) => remindOn === null || remindOn <= dueOn;

export const taskWriteSchema = z.strictObject(fields).refine(isNamed, named).refine(isReminded, reminded);
export type TaskWrite = z.infer<typeof taskWriteSchema>;

/** A task of a plan: without an id it is new. */
export const planTaskWriteSchema = z
  .strictObject({ ...fields, id: id.optional(), advice: line(80).nullable(), answers: z.array(line(80)).max(50) })
  .refine(isNamed, named)
  .refine(isReminded, reminded);
export type PlanTaskWrite = z.infer<typeof planTaskWriteSchema>;

/** Moves a task: done with its day and outcome, dropped, or open again. */
export const taskMoveSchema = z
  .strictObject({ state: z.enum(d.taskStates), on: day.nullable(), outcome: prose(1000).nullable() })
  .refine(({ state, on }) => state === 'done' || on === null, { error: 'is only for what is done', path: ['on'] });
export type TaskMove = z.infer<typeof taskMoveSchema>;

/** A task in a list, with whose it is. */
export const listedTaskSchema = taskSchema.extend({ applicant: z.string(), advisor: z.string().nullable() });
export type ListedTask = z.infer<typeof listedTaskSchema>;

export const taskFilterSchema = z.strictObject({
  applicantId: id.optional(),
  whose: z.enum(['mine', 'applicants', 'all']).optional().meta({
    description: '`mine` the reader sees to; `applicants` are those of the applicants the reader advises; all of them when absent.',
  }),
  owner: z.enum(d.taskOwners).optional(),
  state: z.array(z.enum(d.taskStates)).max(3).optional().meta({ description: 'Open ones when absent.' }),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  remindTo: day.optional().meta({ description: 'To be reminded of by this day.' }),
});
export const taskListQuery = listQuery(['dueOn', 'doneOn'] as const, taskFilterSchema, ['dueOn', 'ASC']);
