import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { checkForm, formOf, recordOf } from './form-values.js';
import { type SectionKey, type SectionSpec, sectionSpecs } from './section-specs.js';

const base: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Chidi', family: 'Okafor' },
  season: 2027,
  applicantType: 'us-md',
  visa: { need: 'none' },
  exams: [{ exam: 'step2ck', takenOn: '2026-08-14', score: 224 }],
  letters: [],
  specialtyPlan: { primary: 'internal-medicine', backups: [] },
  match: { outcome: null },
};

const section = (key: SectionKey): SectionSpec => {
  const found = sectionSpecs.find((spec) => spec.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('a section that nobody touched', () => {
  it.each(sectionSpecs.map(({ key }) => key))('%s gives the record back as it was', (key) => {
    expect(recordOf(base, section(key), formOf(base, section(key)))).toEqual(base);
  });
});

describe('what a form leaves empty', () => {
  it('is a fact left out, not an empty text', () => {
    const form = { ...formOf(base, section('identity')), visa: { need: '' }, email: '  ', advisor: null };
    const record = recordOf(base, section('identity'), form);
    expect(record).not.toHaveProperty('visa');
    expect(record).not.toHaveProperty('email');
    expect(record).not.toHaveProperty('advisor');
  });

  it('keeps "known not to be" where the record said so', () => {
    expect(recordOf(base, section('contingency'), formOf(base, section('contingency')))).toHaveProperty('match', { outcome: null });
  });

  it('makes an emptied list unknown, unless a person says that there are none', () => {
    const emptied = { ...formOf(base, section('exams')), exams: [] };
    expect(recordOf(base, section('exams'), emptied)).not.toHaveProperty('exams');
    expect(recordOf(base, section('exams'), { ...emptied, none: { exams: true } })).toHaveProperty('exams', []);
  });

  it('lets a nested list be unknown again', () => {
    const form = { ...formOf(base, section('plan')), none: { specialtyPlan_backups: false } };
    expect(recordOf(base, section('plan'), form)).toHaveProperty('specialtyPlan', { primary: 'internal-medicine' });
  });
});

describe('a form that makes no record', () => {
  it('says which field and why', () => {
    const form = { ...formOf(base, section('exams')), exams: [{ exam: 'step2ck', score: 2240 }] };
    const checked = checkForm(base, section('exams'), form);
    expect('issues' in checked && checked.issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['exams.0.score']));
  });

  it('asks for the day of a result', () => {
    const form = { ...formOf(base, section('exams')), exams: [{ exam: 'step2ck', bookedFor: '2026-12-01', score: 230 }] };
    expect(checkForm(base, section('exams'), form)).toEqual({
      issues: [{ path: 'exams.0.takenOn', reason: 'a result needs the day it was taken' }],
    });
  });
});
