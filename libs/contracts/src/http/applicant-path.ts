import type { ApplicantFilter } from './applicant.js';

/** The address of the applicants list with a filter, within the web application: what every number leads to. */
export const applicantsPath = (filter: ApplicantFilter): string => `/applicants?filter=${encodeURIComponent(JSON.stringify(filter))}`;
