import { describe, expect, it } from 'vitest';
import { recordChanges } from './record-changes.js';

describe('the changes between two versions of a record', () => {
  it.each([
    ['nothing, whatever the order of keys', { a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 }, []],
    ['a value', { name: { given: 'Ada' } }, { name: { given: 'Eda' } }, [{ path: 'name.given', before: 'Ada', after: 'Eda' }]],
    ['a fact that became known', {}, { email: 'a@b.c' }, [{ path: 'email', after: 'a@b.c' }]],
    ['a fact that was withdrawn', { email: 'a@b.c' }, {}, [{ path: 'email', before: 'a@b.c' }]],
    ['null is not absent', { match: { outcome: null } }, { match: {} }, [{ path: 'match.outcome', before: null }]],
    ['an entry put in first', { exams: [{ s: 1 }] }, { exams: [{ s: 2 }, { s: 1 }] }, [{ path: 'exams.0', after: { s: 2 } }]],
    ['an entry taken from the middle', { l: [1, 2, 3] }, { l: [1, 3] }, [{ path: 'l.1', before: 2 }]],
    [
      'an entry corrected',
      { exams: [{ e: 'step1' }, { e: 'step2ck', s: 230 }] },
      { exams: [{ e: 'step1' }, { e: 'step2ck', s: 231 }] },
      [{ path: 'exams.1.s', before: 230, after: 231 }],
    ],
    ['a list that became unknown', { exams: [] }, {}, [{ path: 'exams', before: [] }]],
    ['another kind of value', { a: [1] }, { a: { b: 1 } }, [{ path: 'a', before: [1], after: { b: 1 } }]],
  ])('%s', (_, before, after, changes) => expect(recordChanges(before, after)).toEqual(changes));
});
