import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, prose } from '../record/scalars.js';

/** A referral as it is shown; restricted ones are shown to people with the right to wellbeing alone. */
export const referralSchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  checkInId: z.int().nullable(),
  kind: z.enum(d.referralKinds),
  restricted: z.boolean(),
  state: z.enum(d.referralStates),
  madeOn: day,
  dueOn: day,
  acceptedOn: day.nullable(),
  endedOn: day.nullable(),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int().meta({ description: 'Goes back in If-Match on a change.' }),
  madeBy: z.string(),
});
export type Referral = z.infer<typeof referralSchema>;

export const referralWriteSchema = z
  .strictObject({
    kind: z.enum(d.referralKinds),
    madeOn: day,
    dueOn: day.meta({ description: 'By when something should have come of it.' }),
    note: prose(2000).nullable(),
    checkInId: id.nullable().meta({ description: 'The check-in that it follows.' }),
  })
  .refine(({ madeOn, dueOn }) => dueOn >= madeOn, { error: 'must not be before the day it is made', path: ['dueOn'] });
export type ReferralWrite = z.infer<typeof referralWriteSchema>;

export const referralChangeSchema = z.strictObject({
  state: z.enum(d.referralStates),
  dueOn: day,
  on: day.nullable().meta({ description: 'The day it was accepted or ended.' }),
  outcome: prose(2000).nullable(),
});
export type ReferralChange = z.infer<typeof referralChangeSchema>;

/** How an applicant said they are. */
export const checkInSchema = z.strictObject({
  id: z.int(),
  on: day,
  asksHelp: z.boolean(),
  note: z.string().nullable(),
  notedBy: z.string(),
  referredOn: day.nullable().meta({ description: 'When a referral followed.' }),
});
export type CheckIn = z.infer<typeof checkInSchema>;

export const checkInWriteSchema = z.strictObject({ on: day, asksHelp: z.boolean(), note: prose(2000).nullable() });
export type CheckInWrite = z.infer<typeof checkInWriteSchema>;
