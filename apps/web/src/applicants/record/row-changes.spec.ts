import { describe, expect, it } from 'vitest';
import { rowChanges } from './row-changes.js';

const step1 = { exam: 'step1', takenOn: '2025-06-01', outcome: 'pass' };
const step2 = { exam: 'step2ck', takenOn: '2026-07-01', score: 240, outcome: 'pass' };
const booked = { exam: 'step2ck', bookedFor: '2026-12-12' };
const changes = (before: readonly unknown[], after: readonly unknown[]) => rowChanges(before, after, 'exam');

describe('what became of the rows of a list', () => {
  it('is nothing when they only changed places', () => expect(changes([step1, step2], [step2, step1])).toEqual([]));

  it('tells a new row from those that stood, wherever it was put', () => {
    expect(changes([step1, step2], [booked, step1, step2])).toEqual([{ kind: 'added', row: booked }]);
  });

  it('tells a row that went', () => expect(changes([step1, step2], [step2])).toEqual([{ kind: 'removed', row: step1 }]));

  it('knows a row again of which a little changed, and says what', () => {
    const after = { ...step2, score: 250 };
    expect(changes([step1, step2], [step1, after])).toEqual([{ kind: 'changed', before: step2, after, fields: ['score'] }]);
  });

  it('knows a booking again that was moved or got its backup date', () => {
    for (const after of [
      { ...booked, bookedFor: '2026-12-20' },
      { ...booked, backupDate: '2026-12-20' },
    ])
      expect(changes([booked], [after])).toMatchObject([{ kind: 'changed', after }]);
  });

  it('takes two sittings of one exam for two rows', () => {
    expect(changes([booked], [step2])).toEqual([
      { kind: 'added', row: step2 },
      { kind: 'removed', row: booked },
    ]);
  });

  it('takes the nearest of several', () => {
    const twin = { ...step2, takenOn: '2026-09-01', score: 251 };
    const after = { ...twin, score: 252 };
    expect(changes([step2, twin], [step2, after])).toEqual([{ kind: 'changed', before: twin, after, fields: ['score'] }]);
  });

  it('keeps equal rows apart by their number', () => expect(changes([step1], [step1, step1])).toEqual([{ kind: 'added', row: step1 }]));
});
