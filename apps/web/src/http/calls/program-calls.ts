import type { ProgramAdd, ProgramDetail, ProgramVersion, ProgramWrite } from '@matchwatch/contracts';
import { ifMatch, read, send } from './request.js';

/** Calls of the school’s table of programs. */
export const programCalls = {
  getProgramHistory: (programId: number, signal?: AbortSignal): Promise<ProgramVersion[]> => read(`/programs/${programId}/history`, signal),
  addProgram: (program: ProgramAdd): Promise<ProgramDetail> => send('POST', '/programs', program),
  saveProgram: (programId: number, version: number, program: ProgramWrite): Promise<ProgramDetail> =>
    send('PUT', `/programs/${programId}`, program, ifMatch(version)),
};
