import {
  type Action,
  type AuditEvent,
  type Because,
  type PersonState,
  type RelationKind,
  type Role,
  rolesFor,
  type SignInRefusal,
} from '@matchwatch/domain';
import { roleLabel } from './labels.js';

const relations: Readonly<Record<RelationKind, string>> = {
  advises: 'advises them',
  leads: 'leads their advising',
  covers: 'stands in for a while',
  assesses: 'assesses them',
  promotes: 'decides about their promotion',
};
/** A relation to an applicant, after a person’s name. */
export const relationText = (relation: RelationKind): string => relations[relation];

const relationLabels: Readonly<Record<RelationKind, string>> = {
  advises: 'Advises',
  leads: 'Leads',
  covers: 'Stands in',
  assesses: 'Assesses',
  promotes: 'Promotes',
};
/** A relation as a short label. */
export const relationLabel = (relation: RelationKind): string => relationLabels[relation];

/** Why somebody may do something, after their name. */
export function accessText(because: Because, role: Role): string {
  switch (because) {
    case 'role':
      return `${roleLabel(role).toLowerCase()} for the whole school`;
    case 'break-glass':
      return 'took emergency access';
    case 'not-for-role':
      return `the role of ${roleLabel(role).toLowerCase()} does not include it`;
    case 'no-relation':
      return 'it is not one of their applicants';
    case 'wall':
      return 'who grades or promotes somebody is kept from advising them';
    case 'self':
      return 'nobody changes their own access';
    case 'own-work':
      return 'they had a hand in it themselves';
    default:
      return relations[because];
  }
}

const oneOf = (roles: readonly Role[]): string =>
  `a ${new Intl.ListFormat('en', { type: 'disjunction' }).format(roles.map((role) => roleLabel(role).toLowerCase()))}`;

/** A refusal told to the person who asked: the end of a sentence. */
export function refusalText(because: Because, action: Action, role: Role): string {
  switch (because) {
    case 'no-relation':
      return 'it is not one of your applicants';
    case 'wall':
      return 'you grade or promote this person, so what concerns their advising is closed to you';
    case 'self':
      return 'nobody changes their own role or access; ask a colleague';
    case 'own-work':
      return 'a policy is published by somebody who had no hand in writing it, and you wrote or edited this version; ask another dean or administrator';
    default:
      return `this is for ${oneOf(rolesFor(action))}, and you are signed in as ${roleLabel(role).toLowerCase()}`;
  }
}

const states: Readonly<Record<PersonState, string>> = { invited: 'Invited', active: 'Active', disabled: 'Disabled' };
/** Where a person stands. */
export const personStateLabel = (state: PersonState): string => states[state];

const events: Readonly<Record<AuditEvent, string>> = {
  'session.opened': 'signed in',
  'session.refused': 'was refused at sign-in',
  'session.closed': 'signed out',
  'session.ended': 'ended a session',
  'password.changed': 'changed their password',
  'factor.enrolled': 'set up a second factor',
  'factor.removed': 'gave up their second factor',
  'factor.reset': 'reset a second factor',
  'factor.required': 'changed who needs a second factor',
  'recovery.used': 'used a recovery code',
  'recovery.renewed': 'made new recovery codes',
  'identity.linked': 'was linked to single sign-on',
  'applicant.viewed': 'looked at the page',
  'applicant.searched': 'searched the applicants',
  'history.viewed': 'looked at the history',
  'access.viewed': 'looked at who may see them',
  'record.changed': 'changed the record',
  'run.requested': 'asked for a run',
  'run.retried': 'had the failures of a run tried again',
  'run.cancelled': 'stopped a run',
  'run.approved': 'approved a held run',
  'run.discarded': 'dropped a held run',
  'schedule.paused': 'paused a schedule',
  'schedule.resumed': 'let a schedule go on',
  'backup.asked': 'asked for a backup',
  'import.previewed': 'previewed an import',
  'import.applied': 'applied an import',
  'import.cancelled': 'gave up an import',
  'import.undone': 'took back an import',
  'setup.done': 'set up the school',
  'person.invited': 'invited somebody',
  'person.joined': 'chose a password',
  'person.changed': 'changed a colleague',
  'person.disabled': 'disabled a colleague',
  'person.enabled': 'let a colleague back in',
  'relation.given': 'gave a relation',
  'relation.ended': 'ended a relation',
  'glass.broken': 'took emergency access',
  'policy.drafted': 'began a draft of the policy',
  'policy.edited': 'edited a draft of the policy',
  'policy.tried': 'tried a draft of the policy',
  'policy.published': 'published a policy',
  'policy.discarded': 'dropped a draft of the policy',
  'policy.withdrawn': 'took back a policy',
  'audit.exported': 'exported the audit',
  'casework.viewed': 'looked at meetings, plan and tasks',
  'note.viewed': 'read a restricted note',
  'meeting.logged': 'logged a meeting',
  'meeting.corrected': 'corrected a meeting',
  'meeting.withdrawn': 'withdrew a meeting',
  'plan.drafted': 'drafted a plan',
  'plan.revised': 'revised a plan',
  'plan.agreed': 'agreed a plan',
  'plan.closed': 'closed a plan',
  'task.added': 'added a task',
  'task.changed': 'changed a task',
  'checklist.started': 'began a checklist',
  'checklist.ticked': 'ticked a checklist',
  'referral.made': 'made a referral',
  'referral.changed': 'changed a referral',
  'check-in.noted': 'noted a check-in',
  'outreach.sent': 'wrote to the applicant',
  'advocacy.noted': 'noted who spoke for the applicant',
  'advocacy.changed': 'noted what came of speaking for the applicant',
  'program.added': 'added a program',
  'program.changed': 'changed a program',
  'calendar.added': 'added a day to the calendar',
  'calendar.changed': 'changed a day of the calendar',
  'calendar.removed': 'removed a day from the calendar',
  'calendar-feed.made': 'made an address for their calendar',
  'calendar-feed.ended': 'ended the address of their calendar',
  'calendar-feed.read': 'read their calendar from another program',
  'export.made': 'exported applicants',
  'evidence.exported': 'exported the evidence on advising',
  'packet.made': 'made a packet of all that is held',
  'challenge.recorded': 'wrote down a challenge',
  'challenge.corrected': 'corrected what was challenged',
  'challenge.declined': 'declined a challenge',
  'challenge.stated': 'added a statement to a challenge',
  'review.decided': 'reviewed flags',
  'advisor.assigned': 'assigned an advisor',
  'caseload.changed': 'changed the size of a caseload',
  'view.saved': 'saved a view',
  'view.changed': 'changed a saved view',
  'view.removed': 'removed a saved view',
  'bulk.asked': 'did one thing for many',
  'brief.made': 'made a brief',
  'report.frozen': 'made a weekly report',
  'report.viewed': 'looked at a weekly report',
  'report.downloaded': 'took a weekly report as a file',
  'delivery.decided': 'decided about a report’s mail',
  'subscription.changed': 'changed what they get by mail',
  'report.paused': 'held back the mail of a report',
  'report.resumed': 'let the mail of a report go on',
  'report.released': 'let mail go out after a restore',
  'report.named': 'changed whether mail names applicants',
  'report.sent': 'sent a report',
};
/** What happened, after the name of who did it. */
export const auditEventText = (event: AuditEvent): string => events[event];

const refusals: Readonly<Record<SignInRefusal, string>> = {
  password: 'wrong password',
  address: 'nobody has that address',
  code: 'wrong code',
  codes: 'too many wrong codes',
  unknown: 'an account that nobody invited',
  unverified: 'an address that the provider does not vouch for',
  disabled: 'somebody who is disabled',
  'no-group': 'no group that has a role',
};
/** Why somebody was refused at sign-in, as a remark. */
export const signInRefusalText = (why: SignInRefusal): string => refusals[why];

const opened: Readonly<Partial<Record<Action, string>>> = {
  'applicant.view': 'page',
  'record.view': 'record',
  'record.edit': 'edits it',
  'risk.view': 'risk',
  'notes.view': 'notes',
  'wellbeing.view': 'wellbeing',
};
/** What of an applicant is open to somebody, in a few words each. */
export const openedText = (actions: readonly Action[]): string[] => actions.flatMap((action) => opened[action] ?? []);
