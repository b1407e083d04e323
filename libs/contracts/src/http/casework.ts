import { z } from 'zod';
import { advocacySchema } from './advocacy.js';
import { meetingSchema } from './meeting.js';
import { outreachSchema } from './outreach.js';
import { checklistSchema, planSchema } from './plan.js';
import { checkInSchema, referralSchema } from './referral.js';
import { taskSchema } from './task.js';

/** What the school does for one applicant, in one request. */
export const caseworkSchema = z.strictObject({
  meetings: z.array(meetingSchema).meta({ description: 'The latest first.' }),
  plans: z.array(planSchema).meta({ description: 'The one that stands first, then those closed.' }),
  tasks: z.array(taskSchema).meta({ description: 'By due day.' }),
  checklists: z.array(checklistSchema),
  referrals: z
    .array(referralSchema)
    .meta({ description: 'The latest first; restricted ones only for people with the right to wellbeing.' }),
  checkIns: z.array(checkInSchema).nullable().meta({ description: 'Null for readers without the right to wellbeing.' }),
  outreach: z.array(outreachSchema).meta({ description: 'The latest first.' }),
  advocacies: z.array(advocacySchema).meta({ description: 'Who spoke for the applicant, the latest first.' }),
  people: z
    .array(z.strictObject({ id: z.int(), name: z.string(), isMe: z.boolean() }))
    .meta({ description: 'Colleagues who may take part or see to a task.' }),
  mail: z.boolean().meta({ description: 'Whether mail can be sent from here.' }),
});
export type ApplicantCasework = z.infer<typeof caseworkSchema>;
