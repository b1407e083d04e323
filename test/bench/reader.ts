import { connect, readChunk } from '@matchwatch/store';
import { schoolId } from './school.js';

/** What a reader process is asked to read. */
export interface ReaderOrder {
  url: string;
  runId: number;
  chunks: number[];
  /** Chunks in hand at once. */
  atOnce: number;
}

// Reads and parses every document of its chunks, what the school has done, and the standing digest, by the worker's own statement, and does nothing with them.
process.once('message', async ({ url, runId, chunks, atOnce }: ReaderOrder) => {
  const database = await connect({ url, poolSize: atOnce, applicationName: 'matchwatch floor' });
  let next = 0;
  let read = 0;
  const lane = async () => {
    for (let no = chunks[next++]; no !== undefined; no = chunks[next++]) {
      for (const { record, casework } of await readChunk(database, schoolId, runId, no)) if (record !== null && casework !== null) read++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await database.destroy();
  process.send?.({ read });
  process.disconnect();
});
process.send?.({ ready: true });
