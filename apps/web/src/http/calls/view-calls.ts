import type {
  BulkAnswer,
  BulkRequest,
  CheckedIds,
  CohortViewDetail,
  CohortViewWrite,
  ListedCohortView,
  MembershipChange,
  PastedIds,
} from '@matchwatch/contracts';
import { ifMatch, read, remove, send } from './request.js';

/** Calls of saved views and what is done for all they show. */
export const viewCalls = {
  getViews: (signal?: AbortSignal): Promise<ListedCohortView[]> => read('/views', signal),
  getView: (viewId: number, signal?: AbortSignal): Promise<CohortViewDetail> => read(`/views/${viewId}`, signal),
  saveView: (view: CohortViewWrite): Promise<CohortViewDetail> => send('POST', '/views', view),
  /** Writes a whole view over the given version; throws an `HttpError` 412 when somebody was faster. */
  changeView: (viewId: number, version: number, view: CohortViewWrite): Promise<CohortViewDetail> =>
    send('PUT', `/views/${viewId}`, view, ifMatch(version)),
  removeView: (viewId: number): Promise<void> => remove(`/views/${viewId}`),
  checkIds: (ids: PastedIds): Promise<CheckedIds> => send('POST', '/views/check-ids', ids),
  getMembership: (viewId: number, most: number, signal?: AbortSignal): Promise<MembershipChange[]> =>
    read(`/views/${viewId}/history?range=[0,${most - 1}]`, signal),
  /** Does one thing for everybody a filter shows, once under a key. */
  doForAll: (request: BulkRequest, key: string): Promise<BulkAnswer> =>
    send('POST', '/applicants/bulk', request, { 'Idempotency-Key': key }),
};
