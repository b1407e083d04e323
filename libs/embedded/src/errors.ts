import type { Holder } from './holder.js';

/** A live process already works on the data folder; the message names it. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dataDir: string,
    readonly holder: Holder,
  ) {
    super(`${dataDir} is in use by ${describe(holder)}`);
  }
}

/** PostgreSQL cannot be started on the data folder; the message says why and what a person can do. */
export class EmbeddedPostgresFailed extends Error {
  override readonly name = 'EmbeddedPostgresFailed';
}

function describe(holder: Holder): string {
  const since = new Date(holder.since);
  const sameDay = since.toDateString() === new Date().toDateString();
  const clock = since.toTimeString().slice(0, 5);
  const parts = [holder.program, `process ${holder.pid}`, `started ${sameDay ? clock : `${holder.since.slice(0, 10)} ${clock}`}`];
  if (holder.otherHost) parts.push(`on host ${holder.host}`);
  if (holder.address) parts.push(`at ${holder.address}`);
  return parts.join(', ');
}
