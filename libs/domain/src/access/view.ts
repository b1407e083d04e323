import type { Role } from '../role.js';
import { type Scope, scopeOf, wholeSchool } from './may.js';
import type { Link } from './relation.js';

/** What of the applicants a person gets to see, as scopes: who at all, whose risk, whose wellbeing. */
export interface ApplicantView {
  readonly find: Scope;
  readonly risk: Scope;
  readonly wellbeing: Scope;
}

/** The view of a person with their relations. */
export const viewOf = (person: { role: Role }, links: readonly Link[]): ApplicantView => ({
  find: scopeOf(person, 'applicant.find', links),
  risk: scopeOf(person, 'risk.view', links),
  wellbeing: scopeOf(person, 'wellbeing.view', links),
});

/** Nothing held back: for what no person looks at. */
export const fullView: ApplicantView = { find: wholeSchool, risk: wholeSchool, wellbeing: wholeSchool };
