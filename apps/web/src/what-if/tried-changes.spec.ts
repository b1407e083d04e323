import type { RecordChange } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { areSame, slotOf, withChange } from './tried-changes.js';

const dual: RecordChange = { fact: 'plan.dual-applying', from: false, to: true };
const score = (score: number): RecordChange => ({ fact: 'exam.result', from: null, to: { exam: 'step2ck', takenOn: '2026-07-01', score } });

describe('the changes that are tried', () => {
  it('hold one of each fact, in the order of the facts', () => {
    const both = withChange(withChange([], slotOf(dual), dual), slotOf(score(240)), score(240));
    expect(both).toEqual([score(240), dual]);
    expect(withChange(both, slotOf(score(231)), score(231))).toEqual([score(231), dual]);
  });

  it('lose a fact that goes back to how it is', () =>
    expect(withChange([score(240), dual], slotOf(dual), undefined)).toEqual([score(240)]));

  it('keep two exams and two specialties of the list apart', () => {
    const step1: RecordChange = { fact: 'exam.result', from: null, to: { exam: 'step1', takenOn: '2026-07-01', outcome: 'pass' } };
    expect(slotOf(step1)).not.toBe(slotOf(score(240)));
    const list = (specialty: 'neurology' | 'psychiatry'): RecordChange => ({
      fact: 'list.programs',
      from: null,
      to: { specialty, track: 'categorical', programs: 20 },
    });
    expect(slotOf(list('neurology'))).not.toBe(slotOf(list('psychiatry')));
  });

  it('are the same whatever their order', () => {
    expect(areSame([score(240), dual], [dual, score(240)])).toBe(true);
    expect(areSame([score(240)], [score(241)])).toBe(false);
    expect(areSame([], [dual])).toBe(false);
  });
});
