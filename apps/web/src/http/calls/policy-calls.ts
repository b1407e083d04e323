import type { PolicyDraft, PolicyDraftWrite, PolicyInForce, PolicyVersionDetail, Rulebook, Shadow } from '@matchwatch/contracts';
import { queryOf, type ShadowQuestion } from '../../policy/shadow-question.js';
import { ifMatch, read, send } from './request.js';

/** Calls of policy and its versions. */
export const policyCalls = {
  getRulebook: (signal?: AbortSignal): Promise<Rulebook> => read('/rulebook', signal),
  getPolicy: (signal?: AbortSignal): Promise<PolicyInForce> => read('/policy', signal),
  beginDraft: (draft: PolicyDraft): Promise<PolicyVersionDetail> => send('POST', '/policy-versions', draft),
  /** Writes a whole draft over the given revision; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveDraft: (versionId: number, revision: number, draft: PolicyDraftWrite): Promise<PolicyVersionDetail> =>
    send('PUT', `/policy-versions/${versionId}`, draft, ifMatch(revision)),
  getShadow: (versionId: number, question: ShadowQuestion, signal?: AbortSignal): Promise<Shadow> =>
    read(`/policy-versions/${versionId}/shadow${queryOf(question)}`, signal),
  tryDraft: (versionId: number): Promise<Shadow> => send('POST', `/policy-versions/${versionId}/shadow`, {}),
  publishPolicy: (versionId: number, revision: number, reason?: string): Promise<PolicyVersionDetail> =>
    send('POST', `/policy-versions/${versionId}/publish`, reason ? { reason } : {}, ifMatch(revision)),
  endPolicy: (versionId: number, action: 'discard' | 'withdraw', reason: string): Promise<PolicyVersionDetail> =>
    send('POST', `/policy-versions/${versionId}/${action}`, reason ? { reason } : {}),
};
