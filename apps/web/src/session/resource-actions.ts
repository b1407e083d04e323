import type { Action } from '@matchwatch/domain';

/** What seeing and changing the resources of the pages needs, by react-admin's names of both. */
const actions: Readonly<Record<string, { view: Action; write: Action }>> = {
  applicants: { view: 'applicant.find', write: 'record.edit' },
  runs: { view: 'run.view', write: 'run.request' },
  meetings: { view: 'notes.view', write: 'meeting.write' },
  tasks: { view: 'notes.view', write: 'plan.write' },
  programs: { view: 'program.view', write: 'program.edit' },
  imports: { view: 'import.view', write: 'import.write' },
  'policy-versions': { view: 'policy.view', write: 'policy.draft' },
  people: { view: 'people.view', write: 'people.manage' },
  challenges: { view: 'record.view', write: 'challenge.write' },
  audit: { view: 'audit.view', write: 'audit.export' },
};

/** The action of the authoriser behind a react-admin action on a resource; undefined for one that is nobody's business to refuse. */
export const actionOf = (resource: string, action: string): Action | undefined =>
  actions[resource]?.[action === 'list' || action === 'show' ? 'view' : 'write'];
