import { describe, expect, it } from 'vitest';
import { type DeliveryState, deliveryAfter, deliveryDecisions, deliveryStates, deliveryStatesFor, deliveryTurns } from './delivery.js';

const terminal: readonly DeliveryState[] = ['sent', 'failed', 'uncertain', 'skipped'];

describe('a delivery', () => {
  it('leaves a state it ends in by a person, by an answer that comes late to what was uncertain, or when there is more to tell than nothing', () => {
    const moves = terminal.flatMap((state) =>
      [...deliveryTurns, ...deliveryDecisions].filter((move) => deliveryAfter(state, move)).map((move) => `${state} ${move}`),
    );
    expect(moves).toEqual([
      'sent again',
      'failed again',
      'uncertain accepted',
      'uncertain refused',
      'uncertain arrived',
      'uncertain again',
      'skipped outdone',
      'skipped again',
    ]);
  });

  it('is never sent again by itself once it may have been taken', () => {
    for (const turn of deliveryTurns) expect(deliveryAfter('uncertain', turn)).not.toBe('due');
    expect(deliveryStatesFor('arrived')).toEqual(['uncertain']);
  });

  it('is claimed only when it is due, and comes to an end from everywhere', () => {
    expect(deliveryStatesFor('claimed')).toEqual(['due']);
    for (const state of deliveryStates.filter((each) => !terminal.includes(each)))
      expect([...deliveryTurns].some((turn) => terminal.includes(deliveryAfter(state, turn) as DeliveryState))).toBe(true);
  });
});
