import { recordSchema } from '@matchwatch/contracts';
import { describe, expect, it } from 'vitest';
import { sectionOfPath, sectionSpecs } from './section-specs.js';

describe('the sections of the record', () => {
  it('own every part of the record exactly once', () => {
    const owned = sectionSpecs.flatMap(({ owns }) => owns);
    expect([...owned].sort()).toEqual(Object.keys(recordSchema.shape).sort());
  });

  it.each([
    ['exams.step2ck', 'exams'],
    ['specialtyPlan.primary', 'plan'],
    ['study', 'practice'],
    ['visa.need', 'identity'],
    ['nonsense', undefined],
  ])('are found by the path %s', (path, section) => expect(sectionOfPath(path)).toBe(section));
});
