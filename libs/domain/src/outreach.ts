/** Messages to an applicant, in display order; the words stand in a library of their own. */
export const outreachTemplates = ['invite', 'check-in', 'next-steps', 'exam-date', 'documents', 'after-result'] as const;
export type OutreachTemplate = (typeof outreachTemplates)[number];

/** How a message went: `uncertain` broke off when it may have been taken, and nobody guesses. */
export const outreachStates = ['sending', 'sent', 'by-hand', 'failed', 'uncertain'] as const;
export type OutreachState = (typeof outreachStates)[number];
