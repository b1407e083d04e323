import type {
  AuditExport,
  EmergencyAccess,
  GlassBreak,
  GlassBroken,
  Invitation,
  InvitationTake,
  InvitedPerson,
  Person,
  PersonInvite,
  PersonRelation,
  RelationGive,
  SecondFactorRule,
} from '@matchwatch/contracts';
import { type Download, download } from '../download.js';
import { read, send } from './request.js';

/** What is done to a colleague with nothing but a reason. */
export type PersonAction = 'disable' | 'enable' | 'reset-factor' | 'end-sessions';

/** Calls of people and their rights. */
export const peopleCalls = {
  getPeople: (signal?: AbortSignal): Promise<Person[]> => read('/people', signal),
  invitePerson: (person: PersonInvite): Promise<InvitedPerson> => send('POST', '/people', person),
  inviteAgain: (personId: number): Promise<InvitedPerson> => send('POST', `/people/${personId}/invite`, {}),
  changePerson: (personId: number, person: Pick<Person, 'name' | 'role'>): Promise<Person> => send('PUT', `/people/${personId}`, person),
  actOnPerson: (personId: number, action: PersonAction, reason: string): Promise<Person> =>
    send('POST', `/people/${personId}/${action}`, reason ? { reason } : {}),
  getRelations: (signal?: AbortSignal): Promise<PersonRelation[]> => read('/relations', signal),
  giveRelation: (relation: RelationGive): Promise<PersonRelation> => send('POST', '/relations', relation),
  endRelation: (relationId: number, reason: string): Promise<void> =>
    send('POST', `/relations/${relationId}/end`, reason ? { reason } : {}),
  breakGlass: (request: GlassBreak): Promise<GlassBroken> => send('POST', '/emergency-access', request),
  getEmergencyAccess: (signal?: AbortSignal): Promise<EmergencyAccess[]> => read('/emergency-access', signal),
  lookAtInvitation: (token: string): Promise<Invitation> => send('POST', '/invitations/look', { token }),
  takeInvitation: (take: InvitationTake): Promise<void> => send('POST', '/invitations/take', take),
  exportAudit: (request: AuditExport): Promise<Download> => download('/audit/export', request),
  getSecondFactorRule: (signal?: AbortSignal): Promise<SecondFactorRule> => read('/second-factor-rule', signal),
  saveSecondFactorRule: (rule: SecondFactorRule): Promise<SecondFactorRule> => send('PUT', '/second-factor-rule', rule),
};
