import { roles } from '@matchwatch/domain';
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

/** The accounts of a demonstration with their passwords; the list is empty outside demo mode. */
export const demoAccountsSchema = z.strictObject({
  accounts: z.array(z.strictObject({ email: z.string(), name: z.string(), role: z.enum(roles), password: z.string() })),
});
export type DemoAccounts = z.infer<typeof demoAccountsSchema>;
