/** By what somebody proved who they are. */
export const signInMethods = ['password', 'sso'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** What still stands between a right password and a session: a code of the second factor, or setting one up. */
export const signInSteps = ['code', 'enrolment'] as const;
export type SignInStep = (typeof signInSteps)[number];

/** Why somebody was refused at sign-in. */
export const signInRefusals = ['password', 'address', 'code', 'codes', 'unknown', 'unverified', 'disabled', 'no-group'] as const;
export type SignInRefusal = (typeof signInRefusals)[number];
