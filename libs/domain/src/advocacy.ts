/** Who speaks for an applicant. */
export const advocateRoles = ['dean', 'chair', 'program-director', 'faculty', 'mentor', 'graduate', 'other'] as const;
export type AdvocateRole = (typeof advocateRoles)[number];

/** Whom at a program an advocate turned to. */
export const advocacyContacts = ['program-director', 'associate-program-director', 'chair', 'faculty', 'coordinator', 'other'] as const;
export type AdvocacyContact = (typeof advocacyContacts)[number];

/** How an advocate spoke. */
export const advocacyWays = ['call', 'mail', 'in-person', 'letter'] as const;
export type AdvocacyWay = (typeof advocacyWays)[number];

/** What came of it; `waiting` until something is known. Withdrawn: it was written down by mistake. */
export const advocacyOutcomes = ['waiting', 'no-answer', 'noted', 'will-look', 'invited', 'declined', 'withdrawn'] as const;
export type AdvocacyOutcome = (typeof advocacyOutcomes)[number];
