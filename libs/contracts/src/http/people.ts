import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, printable, season } from '../record/scalars.js';
import { listQuery } from './paging.js';

const email = z.email({ error: 'must be an e-mail address' }).max(254);
const needed = (max: number) => printable(max).refine((text) => text !== '', { error: 'must not be empty' });

/** Someone who signs in, as colleagues see them. */
export const personSchema = z.strictObject({
  id: z.int(),
  email: z.string(),
  name: z.string(),
  role: z.enum(d.roles),
  state: z.enum(d.personStates),
  createdAt: z.string(),
  seenAt: z.string().nullable().meta({ description: 'When a session of theirs was last used.' }),
  invitedUntil: z.string().nullable().meta({ description: 'Until when the link they were given works.' }),
  advises: z.int().meta({ description: 'Applicants whose record names them as advisor.' }),
  secondFactor: z.boolean().meta({ description: 'Whether a second factor of theirs is in use.' }),
});
export type Person = z.infer<typeof personSchema>;

export const personWriteSchema = z.strictObject({ name: needed(120), role: z.enum(d.roles) });
export const personInviteSchema = z.strictObject({ email, name: needed(120), role: z.enum(d.roles) });
export type PersonInvite = z.infer<typeof personInviteSchema>;

/** A person with the one-time link to hand to them; it is shown once and stored nowhere. */
export const invitedPersonSchema = z.strictObject({
  person: personSchema,
  link: z.string(),
  expiresAt: z
    .string()
    .nullable()
    .meta({ description: 'Null where single sign-on is the only way in: the link is that of the sign-in page.' }),
});
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;

/** A password somebody chooses: length is what counts. */
export const passwordSchema = z.string().min(12, { error: 'must have at least 12 characters' }).max(200);

/** Chooses another password; the present one says that it is oneself. */
export const passwordChangeSchema = z.strictObject({ present: z.string().min(1).max(200), password: passwordSchema });
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export const invitationTokenSchema = z.strictObject({ token: z.string().max(100) });
/** What a one-time link is for. */
export const invitationSchema = z.strictObject({
  kind: z.enum(['setup', 'join']),
  schoolName: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  role: z.enum(d.roles).nullable(),
  expiresAt: z.string(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** Takes an invitation; who sets up a school says who they are and what it is called, too. */
export const invitationTakeSchema = z.strictObject({
  token: z.string().max(100),
  password: passwordSchema.optional().meta({ description: 'Left out where single sign-on is the only way in.' }),
  setup: z.strictObject({ schoolName: needed(120), name: needed(120), email }).optional(),
});
export type InvitationTake = z.infer<typeof invitationTakeSchema>;

/** Whom a relation is about. */
export const relationTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant'), externalId: needed(40) }),
  z.strictObject({ kind: z.literal('caseload'), advisor: email }),
  z.strictObject({ kind: z.literal('season'), season }),
]);

/** A relation that a person was given and that was not ended. */
export const relationSchema = z.strictObject({
  id: z.int(),
  personId: z.int(),
  relation: z.enum(d.relationKinds),
  applicantId: z.int().nullable(),
  applicant: z.string().nullable().meta({ description: 'The name of that applicant.' }),
  caseload: z.string().nullable().meta({ description: 'The e-mail address of an advisor: everybody whose record names them.' }),
  season: z.int().nullable(),
  fromOn: day,
  untilOn: day.nullable(),
  reason: z.string().nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
});
export type PersonRelation = z.infer<typeof relationSchema>;

export const relationGiveSchema = z
  .strictObject({
    personId: id,
    relation: z.enum(d.relationKinds),
    target: relationTargetSchema,
    fromOn: day.optional().meta({ description: 'Today when absent.' }),
    untilOn: day.optional(),
    reason: line(500).optional(),
  })
  .refine(({ relation, untilOn }) => relation !== 'covers' || untilOn !== undefined, {
    error: 'is needed: who stands in does so until a day',
    path: ['untilOn'],
  })
  .refine(({ fromOn, untilOn }) => fromOn === undefined || untilOn === undefined || untilOn >= fromOn, {
    error: 'must not be before the first day',
    path: ['untilOn'],
  });
export type RelationGive = z.infer<typeof relationGiveSchema>;

/** Takes emergency access to one applicant. */
export const glassBreakSchema = z.strictObject({
  externalId: needed(40),
  reason: printable(500).refine((text) => text.length >= 10, { error: 'must say why, in ten characters at least' }),
});
export type GlassBreak = z.infer<typeof glassBreakSchema>;

export const glassBrokenSchema = z.strictObject({ id: z.int(), applicantId: z.int(), untilAt: z.string() });
export type GlassBroken = z.infer<typeof glassBrokenSchema>;

/** Emergency access as it is listed for those who look after it. */
export const emergencyAccessSchema = z.strictObject({
  id: z.int(),
  personId: z.int(),
  person: z.string(),
  role: z.enum(d.roles),
  applicantId: z.int(),
  applicant: z.string(),
  reason: z.string(),
  openedAt: z.string(),
  untilAt: z.string(),
});
export type EmergencyAccess = z.infer<typeof emergencyAccessSchema>;

const because = z.enum(d.becauses);

/** Who may see an applicant and why, and who looked. */
export const applicantAccessSchema = z.strictObject({
  people: z
    .array(
      z.strictObject({
        id: z.int(),
        name: z.string(),
        role: z.enum(d.roles),
        because,
        may: z.array(z.enum(d.applicantActions)),
        walled: z.boolean().meta({ description: 'They grade or promote this applicant, so advising matters are closed to them.' }),
      }),
    )
    .meta({ description: 'Everybody who may open the page, nearest first.' }),
  looked: z
    .array(z.strictObject({ personId: z.int(), name: z.string(), role: z.enum(d.roles), looks: z.int(), lastAt: z.string() }))
    .meta({ description: 'Who looked, the latest first; at most fifty.' }),
});
export type ApplicantAccess = z.infer<typeof applicantAccessSchema>;

/** One line of the audit with the names behind its ids; `id` is its number in the school’s chain. */
export const auditLineSchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  event: z.enum(d.auditEvents),
  personId: z.int().nullable(),
  person: z.string().nullable(),
  role: z.enum(d.roles).nullable(),
  applicantId: z.int().nullable(),
  applicant: z.string().nullable(),
  subject: z.string().nullable(),
  because: because.nullable(),
  reason: z.string().nullable(),
  before: z.json().nullable(),
  after: z.json().nullable(),
  requestId: z.string().nullable(),
  hash: z.string().meta({ description: 'SHA-256 over the hash of the line before, the number and the text of this one.' }),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

export const auditFilterSchema = z.strictObject({
  event: z.array(z.enum(d.auditEvents)).max(d.auditEvents.length).optional(),
  personId: id.optional(),
  applicantId: id.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;
export const auditListQuery = listQuery(['id'] as const, auditFilterSchema, ['id', 'DESC']);
