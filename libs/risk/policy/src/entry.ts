import type { Day, FindingLevel } from '@matchwatch/domain';
import { type Dated, dated } from '@matchwatch/risk-engine';

/** The articles give no days, so what they say holds for every season that can be looked back on. */
const articlesSince: Day = '2010-01-01';

/** A value that its sources state. */
export const stated = <T>(about: string, unit: string, value: T, ...sources: [string, ...string[]]): Dated<T> =>
  dated({ about, unit, values: { [articlesSince]: { value, sources } } });

/** A value that the sources leave open, for the school to confirm. */
export const proposed = <T>(about: string, unit: string, value: T, ...sources: string[]): Dated<T> =>
  dated({ about, unit, values: { [articlesSince]: { value, sources: [...sources, 'default'], confirm: true } } });

/** The level of a finding. */
export const level = (about: string, value: FindingLevel, ...sources: [string, ...string[]]): Dated<FindingLevel> =>
  stated<FindingLevel>(about, 'finding level', value, ...sources);

/** A level that the sources leave open. */
export const proposedLevel = (about: string, value: FindingLevel, ...sources: string[]): Dated<FindingLevel> =>
  proposed<FindingLevel>(about, 'finding level', value, ...sources);
