import { type Role, roles } from '../role.js';
import { type Action, type ApplicantAction, applicantActions } from './action.js';
import { glassActions, grants, walledActions } from './grants.js';
import {
  type ApplicantPlace,
  decidingRelations,
  isAbout,
  type Link,
  type Relation,
  type RelationTarget,
  relationKinds,
} from './relation.js';

/** Why something is allowed (a role, a relation, emergency access) or not (the others). */
export const becauses = ['role', ...relationKinds, 'break-glass', 'not-for-role', 'no-relation', 'wall', 'self', 'own-work'] as const;
export type Because = (typeof becauses)[number];

/** What the authoriser says. */
export interface Decision {
  readonly allowed: boolean;
  readonly because: Because;
}

/** What something is done to: the school's own affairs, an applicant, a colleague, oneself, or what one had a hand in oneself. */
export type Subject = 'school' | 'applicant' | 'person' | 'self' | 'own-work';

const yes = (because: Because): Decision => ({ allowed: true, because });
const no = (because: Because): Decision => ({ allowed: false, because });
const none: ReadonlySet<Relation> = new Set();

const isWalled = (action: Action, relations: ReadonlySet<Relation>): boolean =>
  walledActions.has(action) && [...decidingRelations].some((relation) => relations.has(relation));

/** Whether a person may do something to a subject they stand in these relations to, and why: the one place where it is decided. */
export function may(
  { role }: { role: Role },
  action: Action,
  subject: Subject = 'school',
  relations: ReadonlySet<Relation> = none,
): Decision {
  if (subject === 'self' && action === 'people.manage') return no('self');
  if (subject === 'own-work' && action === 'policy.approve') return mayEver(role, action) ? no('own-work') : no('not-for-role');
  if (subject === 'applicant' && relations.has('break-glass') && glassActions.has(action) && mayEver(role, 'glass.break')) {
    const without = may({ role }, action, subject, new Set([...relations].filter((relation) => relation !== 'break-glass')));
    return without.allowed ? without : yes('break-glass');
  }
  if (subject === 'applicant' && isWalled(action, relations)) return no('wall');
  const reach = grants[action][role];
  if (reach === undefined) return no('not-for-role');
  if (reach === 'everyone') return yes('role');
  const relation = reach.find((each) => relations.has(each));
  return relation ? yes(relation) : no('no-relation');
}

/** Whether a role may do something to anybody at all: what pages and buttons go by before a subject is known. */
export const mayEver = (role: Role, action: Action): boolean =>
  grants[action][role] !== undefined || (action !== 'glass.break' && glassActions.has(action) && grants['glass.break'][role] !== undefined);

/** The roles that do something, for somebody or for everyone. */
export const rolesFor = (action: Action): Role[] => roles.filter((role) => grants[action][role] !== undefined);

/** Everything a person may do to one applicant. */
export const allowedActions = (person: { role: Role }, relations: ReadonlySet<Relation>): ApplicantAction[] =>
  applicantActions.filter((action) => may(person, action, 'applicant', relations).allowed);

/** For which applicants a person may do something, as data: (everyone or `some`), but none of `except` unless in `nevertheless`. */
export interface Scope {
  readonly everyone: boolean;
  readonly some: readonly RelationTarget[];
  readonly except: readonly RelationTarget[];
  /** Emergency access: inside whatever else holds. */
  readonly nevertheless: readonly RelationTarget[];
}

/** The scope of somebody who may do it for everyone. */
export const wholeSchool: Scope = { everyone: true, some: [], except: [], nevertheless: [] };

/** The scope of somebody who may do it for nobody. */
export const nobody: Scope = { everyone: false, some: [], except: [], nevertheless: [] };

/** The same decision as `may` for all applicants at once, for lists and counts. */
export function scopeOf({ role }: { role: Role }, action: ApplicantAction, links: readonly Link[]): Scope {
  const reach = grants[action][role];
  const targets = (wanted: (relation: Relation) => boolean) => links.filter(({ relation }) => wanted(relation)).map(({ target }) => target);
  return {
    everyone: reach === 'everyone',
    some: reach === undefined || reach === 'everyone' ? [] : targets((relation) => (reach as readonly Relation[]).includes(relation)),
    except: walledActions.has(action) ? targets((relation) => decidingRelations.has(relation)) : [],
    nevertheless:
      glassActions.has(action) && grants['glass.break'][role] !== undefined ? targets((relation) => relation === 'break-glass') : [],
  };
}

/** Whether an applicant is inside a scope. */
export function isWithin({ everyone, some, except, nevertheless }: Scope, place: ApplicantPlace): boolean {
  const among = (targets: readonly RelationTarget[]) => targets.some((target) => isAbout(target, place));
  return ((everyone || among(some)) && !among(except)) || among(nevertheless);
}
