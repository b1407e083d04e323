import { describe, expect, it } from 'vitest';
import { cast, castAsOf } from '../cast/index.js';
import { knownOn, usualPace } from './known-on.js';

const known = (id: string, day: Parameters<typeof knownOn>[1]) => {
  const member = cast.find(({ record }) => record.externalId === id);
  if (member === undefined) throw new Error(`nobody is called ${id}`);
  return knownOn({ record: member.record, pace: usualPace(member.record) }, day);
};

describe('what is known on a day', () => {
  it('is the whole record of the cast on the day the cast is told from', () => {
    for (const { record } of cast) expect(knownOn({ record, pace: usualPace(record) }, castAsOf)).toEqual(record);
  });

  it('is a booking before an exam, a pending result after it, and then the result', () => {
    expect(known('S-0001', '2026-06-01').exams?.[1]).toEqual({ exam: 'step2ck', bookedFor: '2026-06-24' });
    expect(known('S-0001', '2026-06-30').exams?.[1]).toEqual({ exam: 'step2ck', takenOn: '2026-06-24', outcome: 'pending' });
    expect(known('S-0001', '2026-07-20').exams?.[1]).toEqual({ exam: 'step2ck', takenOn: '2026-06-24', score: 252, outcome: 'pass' });
  });

  it('is no program list before one is written, then plans, applications and interviews', () => {
    expect(known('S-0001', '2026-06-01').programs).toBeUndefined();
    expect(new Set(known('S-0001', '2026-08-20').programs?.map(({ status }) => status))).toEqual(new Set(['planned']));
    expect(new Set(known('S-0001', '2026-11-21').programs?.map(({ status }) => status))).toEqual(
      new Set(['interviewed', 'invited', 'applied']),
    );
  });

  it('is nothing at all about a plan that was not made', () => expect(known('S-0001', '2025-06-01').specialtyPlan).toBeUndefined());
});
