import { describe, expect, it } from 'vitest';
import { unknownFacts } from './unknown-facts.js';

describe('the facts that rules wait for', () => {
  const unknown = [
    { code: 'letters.specialty', missing: ['letters'] },
    { code: 'letters.count', missing: ['letters', 'specialtyPlan.primary'] },
    { code: 'exam.step2-category', missing: ['exams.step2ck'] },
  ];

  it('are each named once, with how many rules wait for them', () => {
    expect(unknownFacts(unknown, []).map(({ path, rules }) => [path, rules])).toEqual([
      ['letters', 2],
      ['exams.step2ck', 1],
      ['specialtyPlan.primary', 1],
    ]);
  });

  it('begin with those without which no level can be given', () => {
    expect(unknownFacts(unknown, ['exams.step2ck'])[0]).toEqual({ path: 'exams.step2ck', essential: true, rules: 1 });
  });
});
