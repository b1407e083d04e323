import type { Doorbell } from '@matchwatch/queue';
import { type DataSource, type DueRun, listSchools, takeDueRuns } from '@matchwatch/store';

/** How long a run may stand still before the sweep rings again: longer than a killed worker's jobs take to be handed on. */
const idleSeconds = 12;

/** Rings for every run that should move and does not, so that a lost queue costs seconds. Ringing for what is not lost adds nothing. */
export async function sweep(database: DataSource, doorbell: Doorbell): Promise<DueRun[]> {
  const due: DueRun[] = [];
  for (const { id } of await listSchools(database)) due.push(...(await takeDueRuns(database, id, idleSeconds)));
  for (const { schoolId, runId, kind, state, openChunks } of due) {
    const urgent = kind === 'reassess';
    if (state === 'queued') await doorbell.ring(urgent ? 'applicant.reassess' : 'run.open', { schoolId, runId }, { urgent });
    else if (state === 'closed') await doorbell.ring('run.publish', { schoolId, runId }, { urgent: true });
    else if (openChunks.length === 0) await doorbell.ring('run.close', { schoolId, runId }, { urgent: true });
    else {
      await doorbell.ringAll(
        'run.assess-chunk',
        openChunks.map((chunk) => ({ schoolId, runId, chunk })),
        { urgent },
      );
    }
  }
  return due;
}
