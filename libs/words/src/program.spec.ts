import { type AuditReason, programFactNames, programFacts } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { auditReasonText, programFactLabel, programValueText } from './program.js';

const reason: AuditReason = {
  question: 'score',
  standing: 'against',
  fact: 'minimumStep2',
  value: 220,
  own: 214,
  source: 'website',
  note: null,
  checkedOn: '2026-07-01',
  stale: false,
};

describe('what a program says', () => {
  it.each<[Partial<AuditReason>, string]>([
    [{}, 'Asks for Step 2 CK of at least 220; the applicant has 214.'],
    [{ own: null, standing: 'asks' }, 'Asks for Step 2 CK of at least 220; not known of the applicant.'],
    [{ question: 'visa', value: false, own: 'h1b-only' }, 'Does not sponsor H-1B, which the applicant needs.'],
    [
      { question: 'visa', value: false, own: null, standing: 'asks' },
      'Sponsors neither J-1 nor H-1B; whether the applicant needs a visa is not known.',
    ],
    [{ question: 'attempts', value: 1, own: 2 }, 'Accepts at most 1 attempt at a Step; the applicant sat one 2 times.'],
    [{ question: 'graduation', value: 5, own: '2019-05-20' }, 'Accepts at most 5 years since graduation; graduated on 20 May 2019.'],
    [{ question: 'former-students', value: 1, own: null, standing: 'for' }, '1 earlier student of ours went there.'],
  ])('%o', (part, text) => expect(auditReasonText({ ...reason, ...part })).toBe(text));
});

it.each(programFactNames)('%s has a name, and its values are written by their unit', (name) => {
  expect(programFactLabel(name)).not.toBe('');
  const { kind } = programFacts[name];
  const value = kind === 'yes-no' ? true : kind === 'number' ? 2 : 'community';
  expect(programValueText(name, value)).toMatch(/^(Yes|Community|2( %| years| months| attempts)?)$/);
});
