import type { ApplicantRecord } from '@matchwatch/domain';

type Name = { given: string; family: string; preferred?: string | null | undefined };

/** A name as lists sort it: “Okafor, Chidi”. */
export const applicantName = (name: Name): string => `${name.family}, ${name.preferred ?? name.given}`;

/** A name as people say it: “Chidi Okafor”. */
export const spokenName = (name: ApplicantRecord['name'] | Name): string => `${name.preferred ?? name.given} ${name.family}`;

/** An advisor as a short name: the record knows the email address only. */
export const advisorName = (email: string): string =>
  (email.split('@')[0] ?? email)
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
