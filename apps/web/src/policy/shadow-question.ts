import type { ShadowMove } from '@matchwatch/domain';

/** What of a trial is asked for: one season, and names of one kind of move. */
export interface ShadowQuestion {
  season?: number | undefined;
  move?: ShadowMove | undefined;
}

/** The question as the end of an address; empty for all. */
export function queryOf({ season, move }: ShadowQuestion): string {
  const query = new URLSearchParams();
  if (season !== undefined) query.set('season', String(season));
  if (move !== undefined) query.set('move', move);
  return query.size === 0 ? '' : `?${query}`;
}
