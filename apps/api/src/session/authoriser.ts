import {
  type Action,
  type ApplicantAction,
  type ApplicantPlace,
  type ApplicantView,
  allowedActions,
  type Because,
  dayIn,
  type Link,
  may,
  mayEver,
  nobody,
  relationsTo,
  type Subject,
  viewOf,
  wholeSchool,
} from '@matchwatch/domain';
import { type Database, findApplicantPlace, listLinks, type StandingSession } from '@matchwatch/store';
import { refusalText } from '@matchwatch/words';
import { Inject, Injectable } from '@nestjs/common';
import { notFound, ProblemError } from '../http/problem.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import type { Needed } from './needs.decorator.js';

/** What a person who asks has a right to, as of the request. */
export interface Access {
  /** Why the route itself was allowed. */
  because: Because;
  /** In which relations they stand. */
  links: readonly Link[];
  /** Whom they see: as scopes on a route about many, as whole or nothing on one about a single applicant. */
  view: ApplicantView;
  /** The applicant of the route. */
  place?: ApplicantPlace;
  /** What they may do to the applicant of the route. */
  actions: readonly ApplicantAction[];
}

const idShape = /^[1-9]\d{0,9}$/;

/** The one place of the service where permission is decided, by the table of `may` in the domain. */
@Injectable()
export class Authoriser {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** What the person gets by a route, or a refusal: 403 for what their role never does, 404 for an applicant outside their scope. */
  async authorise(session: StandingSession, needed: Needed, id: string | undefined): Promise<Access> {
    const { person } = session;
    if (!mayEver(person.role, needed.action)) throw refused(person, needed.action, 'not-for-role');
    const links = await this.links(session);
    if (needed.of === 'applicant') return this.ofApplicant(session, needed.action, links, id);
    const { allowed, because } = may(person, needed.action);
    // An action on applicants that is asked for many of them is allowed for those in scope, and there may be none.
    return { because: allowed ? because : 'no-relation', links, view: viewOf(person, links), actions: [] };
  }

  /** In which relations the person stands now. */
  links({ person, school }: StandingSession): Promise<Link[]> {
    const now = this.now();
    return listLinks(this.db, school.id, person, dayIn(school.timeZone, now), now);
  }

  private async ofApplicant(
    { person, school }: StandingSession,
    action: ApplicantAction,
    links: readonly Link[],
    id: string | undefined,
  ): Promise<Access> {
    const place = id !== undefined && idShape.test(id) ? await findApplicantPlace(this.db, school.id, Number(id)) : undefined;
    if (!place) throw notFound('applicant');
    const relations = relationsTo(links, place);
    const { allowed, because } = may(person, action, 'applicant', relations);
    const actions = allowedActions(person, relations);
    if (!allowed) throw actions.includes('applicant.view') ? refused(person, action, because) : notFound('applicant');
    const whole = (needed: ApplicantAction) => (actions.includes(needed) ? wholeSchool : nobody);
    return { because, links, place, actions, view: { find: wholeSchool, risk: whole('risk.view'), wellbeing: whole('wellbeing.view') } };
  }
}

/** Refuses what the person may not do to a subject; for what a route finds out only on its way. */
export function demand({ person }: StandingSession, action: Action, subject: Subject): void {
  const { allowed, because } = may(person, action, subject);
  if (!allowed) throw refused(person, action, because);
}

const refused = ({ role }: StandingSession['person'], action: Action, because: Because) =>
  new ProblemError(403, `That is not allowed: ${refusalText(because, action, role)}.`);
