import { type Answer, type ApplicantRecord, noCasework } from '@matchwatch/domain';
import { createAssessor, defaultPolicy } from '@matchwatch/risk-rules';
import type { ChunkMember } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { assessChunk } from './assess.js';
import { storable } from './storable.js';

const asOf = '2026-11-20';
const assess = createAssessor(defaultPolicy, asOf);
const member = (id: number, change: Partial<ApplicantRecord> = {}, standing: Partial<ChunkMember> = {}): ChunkMember => ({
  id,
  version: 1,
  knownOn: asOf,
  record: { externalId: `S-${id}`, name: { given: 'Ann', family: 'Spec' }, season: 2027, applicantType: 'us-md', ...change },
  standingDigest: null,
  standingLevel: null,
  storedCasework: null,
  casework: noCasework,
  ...standing,
});

describe('a chunk with a record that spoils', () => {
  const says = (message: string) => (record: ApplicantRecord, context: Parameters<typeof assess>[1]) => {
    if (record.externalId === 'S-2') throw new Error(message);
    return assess(record, context);
  };

  it.each([
    ['throws', () => assessChunk([member(1), member(2, { exams: [null] as never }), member(3)], assess)],
    ['throws what cannot be stored', () => assessChunk([member(1), member(2), member(3)], says('broke at \0 and \ud800'))],
    ['throws a very long message', () => assessChunk([member(1), member(2), member(3)], says('x'.repeat(1_000_000)))],
    ['throws nothing to say', () => assessChunk([member(1), member(2), member(3)], says(''))],
    [
      'is answered with a character that cannot be stored',
      () => {
        const answer = (record: ApplicantRecord, context: Parameters<typeof assess>[1]): Answer => ({
          ...assess(record, context),
          ...(record.externalId === 'S-2' && { imgTier: 'a\0b' as never }),
        });
        return assessChunk([member(1), member(2), member(3)], answer);
      },
    ],
  ])('that %s is one problem, and the others are done', (_, chunk) => {
    const { answers, problems, assessed } = chunk();
    expect(answers.map(({ applicantId }) => applicantId)).toEqual([1, 3]);
    expect(problems.map(({ applicantId }) => applicantId)).toEqual([2]);
    expect(problems[0]?.message).toMatch(/^[^\0\ud800]{1,2000}$/);
    expect(assessed).toBe(2);
  });

  it('that is huge is done like any other', () => {
    const { answers, problems } = assessChunk([member(1, { school: 'x'.repeat(5_000_000) }), member(2)], assess);
    expect(answers).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

describe('a chunk', () => {
  it('counts whom it can assess no longer', () => {
    const unknown = [member(1, {}, { standingLevel: 'watch' }), member(2, {}, { standingLevel: 'not-assessable' }), member(3)];
    expect(assessChunk(unknown, assess)).toMatchObject({ notAssessable: 3, newlyNotAssessable: 1 });
  });

  it('has the same hash for the same ids, versions and casework, and another for any other', () => {
    const { inputHash } = assessChunk([member(1), member(2)], assess);
    expect(assessChunk([member(1), member(2)], assess).inputHash).toBe(inputHash);
    for (const other of [
      [member(1)],
      [member(1), member(3)],
      [member(1), member(2, {}, { version: 2 })],
      [member(1), member(2, {}, { storedCasework: '{}' })],
    ])
      expect(assessChunk(other, assess).inputHash).not.toBe(inputHash);
  });
});

describe('JSON that PostgreSQL holds', () => {
  it.each(['"a\\\\u0000"', '"\ud83d\ude00"', '"\\u00e9"', '"plain"'])('is %s', (json) => expect(storable(json)).toBe(json));
  it.each(['"\\u0000"', '"\\ud800"', '"\\\\\\u0000"', JSON.stringify('\udfff')])('is not %s', (json) =>
    expect(() => storable(json)).toThrow('cannot be stored'),
  );
});
