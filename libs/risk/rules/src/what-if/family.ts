import type { RecordChange } from '@matchwatch/domain';

/** Changes of one fact, the smallest first. */
export interface ChangeFamily {
  readonly steps: number;
  /** The change of a step, `0` to `steps - 1`. */
  at(step: number): RecordChange;
  /** A larger step never does less: the smallest that helps can be found by halving. */
  readonly monotone: boolean;
}

/** Distinct values, tried one by one. */
export const choices = (...changes: readonly RecordChange[]): ChangeFamily => ({
  steps: changes.length,
  at: (step) => changes[step] as RecordChange,
  monotone: false,
});

/** Whole numbers from `first` to `last`; none when `last` is smaller. */
export const counted = (first: number, last: number, change: (value: number) => RecordChange): ChangeFamily => ({
  steps: Math.max(0, last - first + 1),
  at: (step) => change(first + step),
  monotone: true,
});
