import type { Backups, ImportDetail, Run, RunComparison, RunRequest, Schedule, System } from '@matchwatch/contracts';
import { apiUrl, httpClient } from '../http-client.js';
import { listQuery, read, send } from './request.js';

/** What is asked of the comparison of a run: against which other, the one before it unless said, and which rows. */
export interface RunQuestion {
  against: number | undefined;
  range: readonly [from: number, to: number];
}

/** Calls of runs, schedules, imports and the system they run on. */
export const runCalls = {
  startRun: (request: RunRequest): Promise<Run> => send('POST', '/runs', request),
  actOnRun: (runId: number, action: 'cancel' | 'approve' | 'discard', reason?: string): Promise<Run> =>
    send('POST', `/runs/${runId}/${action}`, reason ? { reason } : {}),
  retryRun: (runId: number): Promise<Run> => send('POST', `/runs/${runId}/retry`, {}),
  compareRuns: (runId: number, { against, range }: RunQuestion, signal?: AbortSignal): Promise<RunComparison> =>
    read(`/runs/${runId}/comparison${listQuery({ with: against }, range)}`, signal),
  getSchedules: (signal?: AbortSignal): Promise<Schedule[]> => read('/schedules', signal),
  pauseSchedule: (scheduleId: number, reason: string): Promise<Schedule> => send('POST', `/schedules/${scheduleId}/pause`, { reason }),
  resumeSchedule: (scheduleId: number, reason?: string): Promise<Schedule> =>
    send('POST', `/schedules/${scheduleId}/resume`, reason ? { reason } : {}),
  getSystem: (signal?: AbortSignal): Promise<System> => read('/system', signal),
  backUp: (): Promise<Backups> => send('POST', '/system/backups', {}),
  previewImport: async (files: readonly File[]): Promise<ImportDetail> => {
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    const { json } = await httpClient(`${apiUrl}/imports`, { method: 'POST', body });
    return json as ImportDetail;
  },
  applyImport: (importId: number, options: { approve?: boolean; reason?: string }): Promise<ImportDetail> =>
    send('POST', `/imports/${importId}/apply`, options),
  cancelImport: (importId: number): Promise<ImportDetail> => send('POST', `/imports/${importId}/cancel`, {}),
  undoImport: (importId: number, reason?: string): Promise<ImportDetail> =>
    send('POST', `/imports/${importId}/undo`, reason ? { reason } : {}),
};
