import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line } from '../record/scalars.js';
import { applicantFilterSchema, applicantSorts } from './applicant.js';
import { listQuery } from './paging.js';

/** Most applicants a hand-picked group holds. */
export const mostInGroup = 2_000;
/** The columns of the list that a view may leave out. */
export const hideableColumns = [
  'level',
  'reasons',
  'specialty',
  'category',
  'imgTier',
  'step2Score',
  'advisor',
  'lastMeetingOn',
  'changedOn',
  'trend',
] as const;

const unique = (items: readonly unknown[]) => new Set(items).size === items.length;
const fields = {
  name: line(80),
  sharedWith: z
    .array(z.enum(d.roles))
    .max(d.roles.length)
    .refine(unique, { error: 'must name each role once' })
    .meta({ description: 'The roles that see it; private when there is none. Each reader still sees only applicants of their own scope.' }),
  sort: z.tuple([z.enum(applicantSorts), z.enum(['ASC', 'DESC'])]),
  hidden: z.array(z.enum(hideableColumns)).max(hideableColumns.length).refine(unique, { error: 'must name each column once' }),
};
const members = z.array(id).min(1).max(mostInGroup).refine(unique, { error: 'must name each applicant once' });

/** A view to save: a filter that is asked anew each time, or a group of applicants picked by hand. */
export const cohortViewWriteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('filter'), ...fields, filter: applicantFilterSchema }),
  z.strictObject({ kind: z.literal('group'), ...fields, members }),
]);
export type CohortViewWrite = z.infer<typeof cohortViewWriteSchema>;

/** A saved view. */
export const cohortViewSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(d.cohortViewKinds),
  name: z.string(),
  owner: z.strictObject({ id: z.int(), name: z.string() }),
  mine: z.boolean(),
  sharedWith: z.array(z.enum(d.roles)),
  filter: applicantFilterSchema.meta({ description: 'Goes into the list as it is; of a group it names the group.' }),
  sort: z.tuple([z.enum(applicantSorts), z.enum(['ASC', 'DESC'])]),
  hidden: z.array(z.enum(hideableColumns)),
  version: z.int().meta({ description: 'Goes back in If-Match on a change.' }),
  createdOn: day,
  changedAt: z.string(),
});
export type CohortView = z.infer<typeof cohortViewSchema>;

/** A saved view in the list of them, with how many it shows its reader now. */
export const listedCohortViewSchema = cohortViewSchema.extend({ count: z.int() });
export type ListedCohortView = z.infer<typeof listedCohortViewSchema>;

const member = z.strictObject({ id: z.int(), externalId: z.string(), name: z.string() });

/** A saved view with, of a group, whom of it the reader sees. */
export const cohortViewDetailSchema = cohortViewSchema.extend({ members: z.array(member) });
export type CohortViewDetail = z.infer<typeof cohortViewDetailSchema>;

/** Pasted lines, one school id in each; empty lines are passed over. */
export const pastedIdsSchema = z.strictObject({ lines: z.array(z.string().max(200)).max(mostInGroup * 2) });
export type PastedIds = z.infer<typeof pastedIdsSchema>;

/** Whom pasted lines name, and which lines name nobody who can be taken. */
export const checkedIdsSchema = z.strictObject({
  found: z.array(member.extend({ line: z.int().meta({ description: 'Counted from 1.' }) })),
  refused: z.array(z.strictObject({ line: z.int(), text: z.string(), fault: z.enum(d.pastedFaults), sameAs: z.int().nullable() })),
});
export type CheckedIds = z.infer<typeof checkedIdsSchema>;

/** Somebody who joined or left a saved view. */
export const membershipStepSchema = z.strictObject({
  applicantId: z.int(),
  externalId: z.string(),
  name: z.string(),
  step: z.enum(d.membershipSteps),
  on: day,
});
export type MembershipChange = z.infer<typeof membershipStepSchema>;

export const membershipQuery = listQuery(['on'] as const, z.strictObject({}), ['on', 'DESC']);
