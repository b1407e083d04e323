import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { mergeRecords, partChanges } from './record-merge.js';

const base: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Chidi', family: 'Okafor' },
  season: 2027,
  applicantType: 'us-md',
  visa: { need: 'none' },
  exams: [{ exam: 'step2ck', takenOn: '2026-08-14', score: 224 }],
};

describe('what differs between two versions', () => {
  it('is named by fact, and by list as a whole', () => {
    const after = { ...base, name: { ...base.name, preferred: 'Chi' }, exams: [] };
    expect(partChanges(base, after).map(({ path }) => path)).toEqual(['name.preferred', 'exams']);
  });

  it('is nothing between equals', () => expect(partChanges(base, structuredClone(base))).toEqual([]));
});

describe('two people who changed one record', () => {
  it('keep both works when they changed different facts', () => {
    const mine = { ...base, advisor: 'hale@example.edu' };
    const theirs: ApplicantRecord = { ...base, exams: [], visa: { need: 'j1' } };
    const merge = mergeRecords(base, mine, theirs);
    expect(merge.clashes).toEqual([]);
    expect(merge.merged).toEqual({ ...theirs, advisor: 'hale@example.edu' });
  });

  it('clash where both changed the same fact differently, and mine is written', () => {
    const merge = mergeRecords(base, { ...base, visa: { need: 'j1' } }, { ...base, visa: { need: 'h1b-only' } });
    expect(merge.clashes).toEqual(['visa.need']);
    expect(merge.merged).toHaveProperty('visa.need', 'j1');
  });

  it('do not clash when they did the same', () => {
    const same: ApplicantRecord = { ...base, advisor: 'hale@example.edu' };
    expect(mergeRecords(base, same, structuredClone(same)).clashes).toEqual([]);
  });

  it('remove a fact that one of them removed', () => {
    const { visa: _visa, ...without } = base;
    expect(mergeRecords(base, without, { ...base, advisor: 'a@example.edu' }).merged).toEqual({ ...without, advisor: 'a@example.edu' });
  });
});
