import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season } from '../record/scalars.js';
import { listQuery } from './paging.js';

const report = z.enum(d.mailedReports);
const reason = z.enum([...new Set([...d.omissions, ...d.mailFaults])] as [d.Omission | d.MailFault, ...(d.Omission | d.MailFault)[]]);

/** One try at sending a mail. */
export const deliveryAttemptSchema = z.strictObject({
  no: z.int(),
  startedAt: z.string(),
  contentAt: z.string().nullable().meta({ description: 'From when on the message may have been taken; null when nothing of it left.' }),
  endedAt: z.string().nullable(),
  messageId: z.string().nullable().meta({ description: 'The same for every try at one mail, so that a second copy can be known.' }),
  outcome: z.enum(d.attemptOutcomes).nullable(),
  fault: z.enum(d.mailFaults).nullable(),
  replyCode: z.int().nullable(),
  reply: z.string().nullable().meta({ description: 'What the mail server said, in one line.' }),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>;

/** The mail of one report of one period to one recipient. */
export const deliverySchema = z.strictObject({
  id: z.int(),
  report,
  period: day.meta({ description: 'The Monday of the week of a weekly report; the day of a digest.' }),
  season: z.int().nullable(),
  viewName: z.string().nullable(),
  editionId: z.int().nullable().meta({ description: 'The edition that was sent, of a weekly report.' }),
  personId: z.int(),
  name: z.string(),
  email: z.string(),
  state: z.enum(d.deliveryStates),
  reason: reason.nullable().meta({ description: 'Why it was skipped, or what was wrong at the last try.' }),
  promisedAt: z.string().meta({ description: 'By when it should be out.' }),
  dueAt: z.string().meta({ description: 'While it is due: when it is tried next.' }),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  attempts: z.array(deliveryAttemptSchema),
  decisions: z.array(z.strictObject({ decision: z.enum(d.deliveryDecisions), reason: z.string(), by: z.string(), at: z.string() })),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryFilterSchema = z.strictObject({
  report: report.optional(),
  period: day.optional(),
  season: season.optional(),
  state: z.array(z.enum(d.deliveryStates)).max(d.deliveryStates.length).optional(),
  personId: id.optional(),
});
/** Which mail the ledger is searched for. */
export type DeliveryFilter = z.input<typeof deliveryFilterSchema>;
export const deliveryListQuery = listQuery(['period'] as const, deliveryFilterSchema, ['period', 'DESC']);

/** What a person decides about a delivery: an uncertain one arrived, or any that has ended is sent again. */
export const deliveryDecideSchema = z.strictObject({ decision: z.enum(d.deliveryDecisions), reason: line(500) });
export type DeliveryDecide = z.infer<typeof deliveryDecideSchema>;

/** What somebody gets of a report. */
export const subscriptionSchema = z.strictObject({
  report,
  mail: z.boolean(),
  skipEmpty: z.boolean().meta({ description: 'Leaves out the mail of a period in which nothing changed.' }),
  view: z
    .strictObject({ id: z.int(), name: z.string() })
    .nullable()
    .meta({ description: 'The saved view it is about; null for all of theirs.' }),
  isDefault: z.boolean().meta({ description: 'They said nothing, and get what their role gets.' }),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

export const subscriptionWriteSchema = z.strictObject({ mail: z.boolean(), skipEmpty: z.boolean(), viewId: id.nullable() });
export type SubscriptionWrite = z.infer<typeof subscriptionWriteSchema>;

/** Somebody who may get a report, with what they get. */
export const subscriberSchema = subscriptionSchema.extend({
  personId: z.int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(d.roles),
});
export type Subscriber = z.infer<typeof subscriberSchema>;

/** How the mail of one period of a report stands. */
export const deliveryTallySchema = z.strictObject({
  report,
  period: day,
  season: z.int().nullable(),
  promisedAt: z.string(),
  counts: z.partialRecord(z.enum(d.deliveryStates), z.int()),
  omitted: z.partialRecord(z.enum(d.omissions), z.int()).meta({ description: 'Why mail was skipped, and how often.' }),
});
export type DeliveryTally = z.infer<typeof deliveryTallySchema>;

/** What of the mail asks for a person. */
export const mailTroubleSchema = z.strictObject({
  late: z.int().meta({ description: 'Not out by the hour it was promised for.' }),
  failed: z.int(),
  uncertain: z.int(),
});
export type MailTrouble = z.infer<typeof mailTroubleSchema>;

/** Why no mail goes out: the school was restored from a backup, and what went out after it would be due a second time. */
export const mailHoldSchema = z.strictObject({
  since: z.string().meta({ description: 'When it was restored.' }),
  backupAt: z.string().meta({ description: 'The instant the backup is as of.' }),
  waiting: z.int().meta({ description: 'Mail that would go out now.' }),
});
export type MailHold = z.infer<typeof mailHoldSchema>;

/** Lets the mail of a restored school go on: what waits is sent, or left out for good. */
export const mailReleaseSchema = z.strictObject({ waiting: z.enum(d.waitingMail) });
export type MailRelease = z.infer<typeof mailReleaseSchema>;
export const mailReleasedSchema = z.strictObject({ waited: z.int() });
export type MailReleased = z.infer<typeof mailReleasedSchema>;

/** How a school sends its reports, and how that goes. */
export const reportMailingSchema = z.strictObject({
  server: z.boolean().meta({ description: 'Whether a mail server is configured.' }),
  sender: z.string(),
  names: z.boolean().meta({ description: 'Whether mail may name applicants; else it counts them.' }),
  held: mailHoldSchema.nullable(),
  pauses: z.array(z.strictObject({ report, at: z.string(), by: z.string(), reason: z.string() })),
  trouble: mailTroubleSchema,
  periods: z.array(deliveryTallySchema).meta({ description: 'The latest, newest first.' }),
  subscribers: z.array(subscriberSchema),
});
export type ReportMailing = z.infer<typeof reportMailingSchema>;

export const reportPauseSchema = z.strictObject({ reason: line(500) });
export const mailNamesSchema = z.strictObject({ names: z.boolean() });

/** Sends this week’s report of a season to all who get it and have no row for the week yet. */
export const reportSendSchema = z.strictObject({ season });
/** How many were written down now, and how many had been before. */
export const reportSentSchema = z.strictObject({ period: day, opened: z.int(), standing: z.int() });
export type ReportSent = z.infer<typeof reportSentSchema>;

/** A mail as it would be sent to the reader now. */
export const mailPreviewSchema = z.strictObject({ subject: z.string(), text: z.string(), html: z.string().nullable() });
export type MailPreview = z.infer<typeof mailPreviewSchema>;
