/** The address of the applicants list with a filter: what every number on the home page leads to. */
export { applicantsPath as applicantsLink } from '@matchwatch/contracts';

/** The address of one applicant's page, with a section of the record opened for writing when one is named. */
export const applicantLink = (id: number, edit?: string): string => `/applicants/${id}/show${edit === undefined ? '' : `?edit=${edit}`}`;
