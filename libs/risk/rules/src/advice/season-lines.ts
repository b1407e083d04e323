import type { SeasonLine } from '@matchwatch/risk-policy';

/** Days of every season that advice is due by and that no organiser's calendar names. */
export const seasonLines = {
  june1: { year: 'application', on: '06-01' },
  october1: { year: 'application', on: '10-01' },
  january15: { year: 'match', on: '01-15' },
} as const satisfies Readonly<Record<string, SeasonLine>>;
