import { roles, signInMethods, signInSteps } from '@matchwatch/domain';
import { z } from 'zod';
import { day, email } from '../record/scalars.js';

export const signInSchema = z.strictObject({ email, password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signInSchema>;

/** Who is signed in; `csrfToken` goes back in `X-CSRF-Token` on every write. */
export const sessionSchema = z.strictObject({
  user: z.strictObject({ id: z.int(), name: z.string(), email: z.string(), role: z.enum(roles) }),
  school: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string(), today: day }),
  csrfToken: z.string(),
  expiresAt: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** The password was right and a second step is before the session: a code, or setting a second factor up. */
export const signInPendingSchema = z.strictObject({ next: z.enum(signInSteps) });
export type SignInPending = z.infer<typeof signInPendingSchema>;

/** What a right password leads to. */
export const signInAnswerSchema = z.union([sessionSchema, signInPendingSchema]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** The ways in that this installation has. */
export const waysInSchema = z.strictObject({
  password: z.boolean(),
  sso: z.string().nullable().meta({ description: 'What the button says after “Sign in with”; null without single sign-on.' }),
});
export type WaysIn = z.infer<typeof waysInSchema>;

/** A code of six digits. */
export const totpCodeSchema = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'must be the six digits the authenticator shows' });
export const totpSchema = z.strictObject({ code: totpCodeSchema });
export type Totp = z.infer<typeof totpSchema>;

/** A code of the second factor, or a recovery code. */
export const secondStepSchema = z.strictObject({ code: z.string().trim().min(1).max(40) });
export type SecondStep = z.infer<typeof secondStepSchema>;

/** A secret for an authenticator, shown once: as an address for its camera and as text to type. */
export const factorOfferSchema = z.strictObject({ uri: z.string(), secret: z.string() });
export type FactorOffer = z.infer<typeof factorOfferSchema>;

/** Recovery codes, shown once, with the session that goes on under a new id. */
export const factorConfirmedSchema = z.strictObject({ recoveryCodes: z.array(z.string()), session: sessionSchema });
export type FactorConfirmed = z.infer<typeof factorConfirmedSchema>;

/** Where the provider of single sign-on is asked. */
export const ssoStartSchema = z.strictObject({ url: z.string() });
export type SsoStart = z.infer<typeof ssoStartSchema>;
export const ssoBeginSchema = z.strictObject({
  returnTo: z
    .string()
    .max(2000)
    .regex(/^\/(?![/\\])/, { error: 'must be an address on this site' })
    .default('/')
    .meta({ description: 'The page to go to afterwards.' }),
});
export type SsoBegin = z.infer<typeof ssoBeginSchema>;

/** What the provider sent back with the browser: the query of the address, as it is. */
export const ssoAnswerSchema = z.strictObject({ query: z.string().max(8000) });
export type SsoAnswer = z.infer<typeof ssoAnswerSchema>;
export const ssoDoneSchema = z.strictObject({ session: sessionSchema, returnTo: z.string() });
export type SsoDone = z.infer<typeof ssoDoneSchema>;

/** One’s own account: how one signs in. */
export const accountSchema = z.strictObject({
  method: z.enum(signInMethods).meta({ description: 'How this session began.' }),
  password: z.boolean().meta({ description: 'Whether there is a password, and passwords are a way in.' }),
  secondFactor: z.strictObject({
    since: z.string().nullable(),
    recoveryCodes: z.int().meta({ description: 'How many were not used yet.' }),
    required: z.boolean().meta({ description: 'Whether the school wants one of this role.' }),
  }),
});
export type Account = z.infer<typeof accountSchema>;

/** One signed-in browser of one’s own. */
export const accountSessionSchema = z.strictObject({
  id: z.int(),
  current: z.boolean(),
  method: z.enum(signInMethods),
  device: z.string().nullable(),
  address: z.string().nullable().meta({ description: 'The network it came from, without the last part of the address.' }),
  createdAt: z.string(),
  seenAt: z.string(),
});
export type AccountSession = z.infer<typeof accountSessionSchema>;

/** Confirms who one is, for what a stranger at an open screen must not do. */
export const presentPasswordSchema = z.strictObject({ present: z.string().min(1).max(200) });
export type PresentPassword = z.infer<typeof presentPasswordSchema>;

export const recoveryCodesSchema = z.strictObject({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** The roles of which a school wants a second factor. */
export const secondFactorRuleSchema = z.strictObject({
  roles: z.array(z.enum(roles)).max(roles.length),
});
export type SecondFactorRule = z.infer<typeof secondFactorRuleSchema>;

/** The accounts of a demonstration with their passwords; the list is empty outside demo mode. */
export const demoAccountsSchema = z.strictObject({
  accounts: z.array(
    z.strictObject({ email: z.string(), name: z.string(), role: z.enum(roles), password: z.string(), school: z.string().nullable() }),
  ),
});
export type DemoAccounts = z.infer<typeof demoAccountsSchema>;
