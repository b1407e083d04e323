/** What a person may be in a school; what each may do is decided by the authoriser. */
export const roles = ['dean', 'lead-advisor', 'advisor', 'assessor', 'data-steward', 'administrator', 'auditor', 'service'] as const;
export type Role = (typeof roles)[number];
