import type { PolicyEvent, PolicyVersion } from '@matchwatch/contracts';
import type { PolicyEventRow, PolicyVersionRow } from '@matchwatch/store';

/** A version as it crosses HTTP. */
export function toVersion(row: PolicyVersionRow): PolicyVersion {
  const { changes, createdAt, updatedAt, publishedBy, publishedAt, endedBy, endedAt, endedReason, ...same } = row;
  return {
    ...same,
    keys: Object.keys(changes),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    published: publishedBy !== null && publishedAt !== null ? { by: publishedBy, at: publishedAt.toISOString() } : null,
    ended: endedBy !== null && endedAt !== null ? { by: endedBy, at: endedAt.toISOString(), reason: endedReason } : null,
  };
}

/** What was done to a version as it crosses HTTP. */
export const toEvent = ({ at, ...event }: PolicyEventRow): PolicyEvent => ({ ...event, at: at.toISOString() });
