import type {
  ApplicantDetail,
  ApplicantFacets,
  ApplicantFilter,
  HistoryEntry,
  Home,
  ImportDetail,
  PolicyDraft,
  PolicyDraftWrite,
  PolicyInForce,
  PolicyVersionDetail,
  RecordWrite,
  Rulebook,
  Run,
  RunRequest,
  Shadow,
} from '@matchwatch/contracts';
import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider } from 'react-admin';
import { queryOf, type ShadowQuestion } from '../policy/shadow-question.js';
import { apiUrl, httpClient } from './http-client.js';

/** react-admin's calls, and those of Matchwatch that are no plain reading or writing of a resource. */
export interface MatchwatchDataProvider extends DataProvider {
  getHome: (season: number | undefined, signal?: AbortSignal) => Promise<Home>;
  getRulebook: (signal?: AbortSignal) => Promise<Rulebook>;
  getPolicy: (signal?: AbortSignal) => Promise<PolicyInForce>;
  beginDraft: (draft: PolicyDraft) => Promise<PolicyVersionDetail>;
  /** Writes a whole draft over the given revision; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveDraft: (versionId: number, revision: number, draft: PolicyDraftWrite) => Promise<PolicyVersionDetail>;
  getShadow: (versionId: number, question: ShadowQuestion, signal?: AbortSignal) => Promise<Shadow>;
  tryDraft: (versionId: number) => Promise<Shadow>;
  publishPolicy: (versionId: number, revision: number, reason?: string) => Promise<PolicyVersionDetail>;
  endPolicy: (versionId: number, action: 'discard' | 'withdraw', reason: string) => Promise<PolicyVersionDetail>;
  getFacets: (filter: ApplicantFilter, signal?: AbortSignal) => Promise<ApplicantFacets>;
  getHistory: (applicantId: number, signal?: AbortSignal) => Promise<HistoryEntry[]>;
  /** Writes a whole record over the given version; throws an `HttpError` 412 or 409 when somebody was faster. */
  saveRecord: (applicantId: number, version: number, write: RecordWrite) => Promise<ApplicantDetail>;
  startRun: (request: RunRequest) => Promise<Run>;
  actOnRun: (runId: number, action: 'cancel' | 'approve' | 'discard', reason?: string) => Promise<Run>;
  previewImport: (files: readonly File[]) => Promise<ImportDetail>;
  applyImport: (importId: number, options: { approve?: boolean; reason?: string }) => Promise<ImportDetail>;
  cancelImport: (importId: number) => Promise<ImportDetail>;
  undoImport: (importId: number, reason?: string) => Promise<ImportDetail>;
}

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, signal ? { signal } : {});
  return json as T;
}

async function send<T>(method: 'POST' | 'PUT', path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, { method, body: JSON.stringify(body), headers: new Headers(headers) });
  return json as T;
}

const ifMatch = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

export const dataProvider: MatchwatchDataProvider = {
  ...simpleRestProvider(apiUrl, httpClient),
  supportAbortSignal: true,
  getHome: (season, signal) => read(season === undefined ? '/home' : `/home?season=${season}`, signal),
  getRulebook: (signal) => read('/rulebook', signal),
  getPolicy: (signal) => read('/policy', signal),
  beginDraft: (draft) => send('POST', '/policy-versions', draft),
  saveDraft: (versionId, revision, draft) => send('PUT', `/policy-versions/${versionId}`, draft, ifMatch(revision)),
  getShadow: (versionId, question, signal) => read(`/policy-versions/${versionId}/shadow${queryOf(question)}`, signal),
  tryDraft: (versionId) => send('POST', `/policy-versions/${versionId}/shadow`, {}),
  publishPolicy: (versionId, revision, reason) =>
    send('POST', `/policy-versions/${versionId}/publish`, reason ? { reason } : {}, ifMatch(revision)),
  endPolicy: (versionId, action, reason) => send('POST', `/policy-versions/${versionId}/${action}`, reason ? { reason } : {}),
  getFacets: (filter, signal) => read(`/applicants/facets?filter=${encodeURIComponent(JSON.stringify(filter))}`, signal),
  getHistory: (applicantId, signal) => read(`/applicants/${applicantId}/history`, signal),
  saveRecord: (applicantId, version, write) => send('PUT', `/applicants/${applicantId}/record`, write, ifMatch(version)),
  startRun: (request) => send('POST', '/runs', request),
  actOnRun: (runId, action, reason) => send('POST', `/runs/${runId}/${action}`, reason ? { reason } : {}),
  previewImport: async (files) => {
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    const { json } = await httpClient(`${apiUrl}/imports`, { method: 'POST', body });
    return json as ImportDetail;
  },
  applyImport: (importId, options) => send('POST', `/imports/${importId}/apply`, options),
  cancelImport: (importId) => send('POST', `/imports/${importId}/cancel`, {}),
  undoImport: (importId, reason) => send('POST', `/imports/${importId}/undo`, reason ? { reason } : {}),
};
