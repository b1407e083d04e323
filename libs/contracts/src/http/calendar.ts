import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season } from '../record/scalars.js';
import { mostIdsInFilter } from './applicant.js';
import { recordChangeSchema } from './change.js';
import { citationSchema } from './rulebook.js';

const year = z
  .string()
  .regex(/^\d{4}$/, { error: 'must be a year' })
  .transform(Number)
  .pipe(season);

/** Days of the calendar, without which it shows those to come; applicants of one season, or of all. */
export const calendarQuery = z.strictObject({
  from: day.optional().meta({ description: 'Today when absent.' }),
  to: day.optional().meta({ description: `27 days after the first when absent; at most ${d.longestCalendar - 1}.` }),
  season: year.optional(),
});

/** One day, for who has something on it. */
export const calendarDayQuery = z.strictObject({ on: day.optional().meta({ description: 'Today when absent.' }), season: year.optional() });

const eventKind = z.enum(d.calendarEventKinds);

/** An event of the school's own, to be written. */
export const calendarEventWriteSchema = z
  .strictObject({
    season,
    from: day,
    to: day.meta({ description: 'The last day; the first again for a single one.' }),
    kind: eventKind,
    title: line(120),
    source: line(200).nullable().meta({ description: 'Who or what says so.' }),
  })
  .refine(({ from, to }) => d.daysBetween(from, to) >= 0 && d.daysBetween(from, to) < 60, {
    path: ['to'],
    error: 'must lie 0 to 59 days after the first',
  });
export type CalendarEventWrite = z.infer<typeof calendarEventWriteSchema>;

/** An event of the school's own. */
export const calendarEventSchema = z.strictObject({
  id: z.int(),
  season: z.int(),
  from: day,
  to: day,
  kind: eventKind,
  title: z.string(),
  source: z.string().nullable(),
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
});
export type CalendarEventAnswer = z.infer<typeof calendarEventSchema>;

/** The days of a season as the policy in force has them. */
export const seasonDatesSchema = z.strictObject({
  season: z.int(),
  key: z.string().meta({ description: 'The key of the policy that holds them.' }),
  days: z
    .array(z.strictObject({ mark: z.string(), on: day }))
    .meta({ description: 'None where the policy has no calendar of the season: rules about its days answer unknown.' }),
  sources: z.array(citationSchema.extend({ confidence: z.enum(['high', 'medium', 'low']).nullable() })),
  confirm: z.boolean().meta({ description: 'Left open by its sources: for the school to confirm or replace.' }),
  since: day.nullable().meta({ description: 'From when on the value is in force.' }),
  version: z.string().meta({ description: 'The version of the policy in force.' }),
  changed: z
    .strictObject({ version: z.string(), by: z.string(), at: z.string(), reason: z.string() })
    .nullable()
    .meta({ description: 'Who last changed it in which version; null while it is the default’s.' }),
});
export type SeasonDates = z.infer<typeof seasonDatesSchema>;

const peopleKind = z.enum(d.calendarPeopleKinds);
const exam = z.enum(d.examNames).nullable();

/** The season's days, the school's events, and how many applicants have something on each day. */
export const calendarSchema = z.strictObject({
  today: day,
  seasons: z.array(seasonDatesSchema),
  events: z.array(calendarEventSchema),
  people: z.array(
    z.strictObject({
      on: day,
      kind: peopleKind,
      exam,
      applicants: z.int(),
      ids: z
        .array(id)
        .meta({ description: `Who they are, where no more than ${mostIdsInFilter} are counted: what a list of them is filtered by.` }),
    }),
  ),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** What an applicant in scope has on a day. */
export const calendarPersonSchema = z.strictObject({ kind: peopleKind, exam, applicantId: id, applicant: z.string() });
export type CalendarPerson = z.infer<typeof calendarPersonSchema>;

/** What one applicant has ahead of them and had of late: days of their season, the school's own, and what is theirs. */
export const applicantCalendarSchema = z.strictObject({
  today: day,
  from: day,
  to: day,
  season: z.int(),
  days: z.array(z.strictObject({ mark: z.string(), on: day })).meta({ description: 'Of the season of the applicant.' }),
  events: z.array(calendarEventSchema),
  entries: z
    .array(
      z.strictObject({
        on: day,
        kind: peopleKind,
        id: z.int().nullable().meta({ description: 'Of the meeting, the task or the referral.' }),
        exam,
        at: z.string().nullable().meta({ description: 'When a meeting begins, HH:MM in the time zone of the school.' }),
        title: z.string().nullable().meta({ description: 'Of a task.' }),
        referral: z.enum(d.referralKinds).nullable(),
        change: recordChangeSchema.nullable().meta({ description: 'What the record is to show by then, of what was agreed.' }),
      }),
    )
    .meta({ description: 'What is booked, planned or open. Meetings and what follows from them only for those who may open notes.' }),
});
export type ApplicantCalendar = z.infer<typeof applicantCalendarSchema>;

/** The private address of one's calendar. */
export const calendarFeedSchema = z.strictObject({
  feed: z.strictObject({ createdAt: z.string(), usedAt: z.string().nullable() }).nullable(),
});
export type CalendarFeedAnswer = z.infer<typeof calendarFeedSchema>;

/** The address itself: told once. */
export const calendarFeedMadeSchema = z.strictObject({ url: z.string() });
export type CalendarFeedMade = z.infer<typeof calendarFeedMadeSchema>;
