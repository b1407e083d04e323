import type { ApplicantRecord } from '@matchwatch/domain';

type Name = { given: string; family: string; preferred?: string | null | undefined };

/** A name as lists sort it: “Okafor, Chidi”. */
export const applicantName = (name: Name): string => `${name.family}, ${name.preferred ?? name.given}`;

/** A name as people say it: “Chidi Okafor”. */
export const spokenName = (name: ApplicantRecord['name'] | Name): string => `${name.preferred ?? name.given} ${name.family}`;
