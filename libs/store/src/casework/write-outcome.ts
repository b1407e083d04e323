/** Who writes, and when. */
export interface Mark {
  /** Id of the person. */
  by: number;
  at: Date;
}

/** What became of a write that was based on a version. */
export type CaseworkOutcome =
  | { outcome: 'saved'; version: number }
  | { outcome: 'conflict'; currentVersion: number }
  | { outcome: 'refused' }
  | { outcome: 'missing' };

/** Tells why an update that names a version hit nothing. */
export function whyNothing(found: { version: number } | undefined, version: number): CaseworkOutcome {
  if (!found) return { outcome: 'missing' };
  return found.version === version ? { outcome: 'refused' } : { outcome: 'conflict', currentVersion: found.version };
}
