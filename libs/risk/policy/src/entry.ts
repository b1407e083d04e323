import type { Day, FindingLevel, ValueKind } from '@matchwatch/domain';
import type { Dated } from '@matchwatch/risk-engine';
import { findingLevel, type KindOf } from './kinds.js';

/** A dated value that says what it may be. */
export interface PolicyValue<T> extends Dated<T> {
  readonly kind: ValueKind;
}

/** The articles give no days, so what they say holds for every season that can be looked back on. */
const articlesSince: Day = '2010-01-01';

/** A value with a day and a source for every change. */
export const changing = <T>(about: string, kind: KindOf<T>, values: Dated<NoInfer<T>>['values']): PolicyValue<T> => ({
  about,
  unit: kind.unit,
  kind,
  values,
});

/** A value that its sources state. */
export const stated = <T>(about: string, kind: KindOf<T>, value: NoInfer<T>, ...sources: [string, ...string[]]): PolicyValue<T> =>
  changing(about, kind, { [articlesSince]: { value, sources } });

/** A value that the sources leave open, for the school to confirm. */
export const proposed = <T>(about: string, kind: KindOf<T>, value: NoInfer<T>, ...sources: string[]): PolicyValue<T> =>
  changing(about, kind, { [articlesSince]: { value, sources: [...sources, 'default'], confirm: true } });

/** The level of a finding. */
export const level = (about: string, value: FindingLevel, ...sources: [string, ...string[]]): PolicyValue<FindingLevel> =>
  stated(about, findingLevel, value, ...sources);

/** A level that the sources leave open. */
export const proposedLevel = (about: string, value: FindingLevel, ...sources: string[]): PolicyValue<FindingLevel> =>
  proposed(about, findingLevel, value, ...sources);
