import type { Role } from '../role.js';
import type { Action } from './action.js';
import type { RelationKind } from './relation.js';

/** For whom a role may do something: everyone of the school, or those the person stands in one of these relations to. */
export type Reach = 'everyone' | readonly RelationKind[];

const everyone = 'everyone';
const led = ['leads', 'advises', 'covers'] as const;
const advised = ['advises', 'covers'] as const;
const decided = ['assesses', 'promotes'] as const;

/** Who may do what. A role that is not named may not; nothing else grants anything but emergency access. */
export const grants: Readonly<Record<Action, Partial<Readonly<Record<Role, Reach>>>>> = {
  'applicant.find': {
    dean: everyone,
    'lead-advisor': led,
    advisor: advised,
    assessor: decided,
    'data-steward': everyone,
    administrator: everyone,
  },
  'applicant.view': {
    dean: everyone,
    'lead-advisor': led,
    advisor: advised,
    assessor: decided,
    'data-steward': everyone,
    administrator: everyone,
  },
  'record.view': { dean: everyone, 'lead-advisor': led, advisor: advised, 'data-steward': everyone, administrator: everyone },
  'record.edit': { dean: everyone, 'lead-advisor': led, advisor: advised, 'data-steward': everyone, administrator: everyone },
  'advisor.assign': { dean: everyone, 'lead-advisor': led, 'data-steward': everyone, administrator: everyone },
  'risk.view': { dean: everyone, 'lead-advisor': led, advisor: advised, administrator: everyone },
  'review.write': { dean: everyone, 'lead-advisor': led, advisor: advised },
  'meeting.write': { dean: everyone, 'lead-advisor': led, advisor: advised },
  'plan.write': { dean: everyone, 'lead-advisor': led, advisor: advised },
  'notes.view': { dean: everyone, 'lead-advisor': led, advisor: advised },
  'notes.write': { dean: everyone, 'lead-advisor': led, advisor: advised },
  // Somebody who stands in for a while has no need of it.
  'wellbeing.view': { dean: everyone, 'lead-advisor': ['leads', 'advises'], advisor: ['advises'] },
  'wellbeing.write': { dean: everyone, 'lead-advisor': ['leads', 'advises'], advisor: ['advises'] },
  'access.view': { dean: everyone, 'lead-advisor': led, advisor: advised, administrator: everyone, auditor: everyone },
  'challenge.write': { dean: everyone, 'lead-advisor': led, advisor: advised, 'data-steward': everyone, administrator: everyone },
  'packet.make': { dean: everyone, administrator: everyone },

  'session.use': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    assessor: everyone,
    'data-steward': everyone,
    administrator: everyone,
    auditor: everyone,
    service: everyone,
  },
  'rulebook.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    assessor: everyone,
    'data-steward': everyone,
    administrator: everyone,
    auditor: everyone,
    service: everyone,
  },
  // Scoped like the lists: who must not know the risk of anybody gets the seasons, the state of the data, and no level.
  'home.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    assessor: everyone,
    'data-steward': everyone,
    administrator: everyone,
  },
  'assessment.preview': { dean: everyone, 'lead-advisor': everyone, advisor: everyone, administrator: everyone },
  'run.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    'data-steward': everyone,
    administrator: everyone,
    auditor: everyone,
    service: everyone,
  },
  'run.request': { dean: everyone, 'lead-advisor': everyone, 'data-steward': everyone, administrator: everyone, service: everyone },
  'run.cancel': { dean: everyone, 'lead-advisor': everyone, 'data-steward': everyone, administrator: everyone },
  'run.decide': { dean: everyone, administrator: everyone },
  'schedule.pause': { dean: everyone, administrator: everyone },
  'import.view': { dean: everyone, 'data-steward': everyone, administrator: everyone, service: everyone },
  'import.write': { dean: everyone, 'data-steward': everyone, administrator: everyone, service: everyone },
  'program.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    'data-steward': everyone,
    administrator: everyone,
  },
  'program.edit': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    'data-steward': everyone,
    administrator: everyone,
  },
  'calendar.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    assessor: everyone,
    'data-steward': everyone,
    administrator: everyone,
  },
  'calendar.edit': { dean: everyone, 'lead-advisor': everyone, administrator: everyone },
  'policy.view': {
    dean: everyone,
    'lead-advisor': everyone,
    advisor: everyone,
    'data-steward': everyone,
    administrator: everyone,
    auditor: everyone,
  },
  'policy.draft': { dean: everyone, 'lead-advisor': everyone, administrator: everyone },
  'policy.approve': { dean: everyone, administrator: everyone },
  'report.view': { dean: everyone, 'lead-advisor': everyone, administrator: everyone },
  // Whoever does not see the whole school gets the report of those they see.
  'edition.view': { dean: everyone, 'lead-advisor': everyone, advisor: everyone, administrator: everyone },
  'report.send': { dean: everyone, administrator: everyone },
  // Whether mail names applicants is the dean's to answer for.
  'report.name': { dean: everyone },
  'export.make': { dean: everyone, 'data-steward': everyone, administrator: everyone },
  'challenge.decide': { dean: everyone, administrator: everyone },
  'people.view': { dean: everyone, 'lead-advisor': everyone, administrator: everyone, auditor: everyone },
  'people.manage': { dean: everyone, administrator: everyone },
  'relation.manage': { dean: everyone, administrator: everyone },
  'glass.break': { dean: everyone, 'lead-advisor': everyone, advisor: everyone, assessor: everyone, administrator: everyone },
  'glass.view': { dean: everyone, auditor: everyone },
  'audit.view': { dean: everyone, administrator: everyone, auditor: everyone },
  'audit.export': { dean: everyone, auditor: everyone },
  'system.view': { dean: everyone, administrator: everyone },
  'backup.make': { administrator: everyone },
};

/** What people who assess or promote an applicant may not do to that applicant, whatever else they are. */
export const walledActions: ReadonlySet<Action> = new Set<Action>([
  'risk.view',
  'review.write',
  'meeting.write',
  'plan.write',
  'notes.view',
  'notes.write',
  'wellbeing.view',
  'wellbeing.write',
]);

/** What emergency access opens, through the wall too: looking, and never wellbeing. */
export const glassActions: ReadonlySet<Action> = new Set<Action>([
  'applicant.find',
  'applicant.view',
  'record.view',
  'risk.view',
  'notes.view',
]);
