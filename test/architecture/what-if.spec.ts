import { cast, castAsOf } from '@matchwatch/demo';
import { riskRank } from '@matchwatch/domain';
import { applyChanges, createAssessor, defaultPolicy, rules, smallestChanges } from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';

const policy = defaultPolicy;

describe.each([castAsOf, '2026-08-01'] as const)('what would lower the level of the cast, on %s', (asOf) => {
  const assess = createAssessor(policy, asOf);
  const found = cast.map(({ record }) => ({ record, ...smallestChanges(record, assess, { policy, asOf }) }));

  it('is tried out by the engine itself: every level promised is the level of the changed record', () => {
    for (const { record, levelNow, options } of found) {
      for (const { changes, levelAfter, clears } of options) {
        const answer = assess(applyChanges(record, changes));
        expect(answer.riskLevel).toBe(levelAfter);
        expect(riskRank[levelAfter]).toBeLessThan(riskRank[levelNow]);
        const still = [...answer.findings, ...answer.unknown].map(({ code }) => code);
        expect(
          clears.filter((code) => still.includes(code)),
          'unknown clears nothing',
        ).toEqual([]);
      }
    }
  });

  it('never rewrites what has happened', () => {
    for (const { record, options } of found) {
      for (const { changes } of options) {
        const { exams, graduatesOn, clerkships, match } = applyChanges(record, changes);
        expect(exams ?? []).toEqual(expect.arrayContaining((record.exams ?? []).filter(({ takenOn }) => takenOn !== undefined)));
        expect({ graduatesOn, clerkships, outcome: match?.outcome }).toEqual({
          graduatesOn: record.graduatesOn,
          clerkships: record.clerkships,
          outcome: record.match?.outcome,
        });
      }
    }
  });

  it('is one change a fact, or one pair, or an honest nothing with what cannot be changed', () => {
    const codes = new Set<string>(rules.map(({ code }) => code));
    for (const { options, without, fixed } of found) {
      expect(options.length === 0).toBe(without !== undefined);
      const facts = options.map(({ changes: [{ fact }] }) => fact);
      expect(new Set(facts).size).toBe(facts.length);
      if (options.some(({ changes }) => changes.length > 1)) expect(options).toHaveLength(1);
      for (const code of fixed) expect(codes).toContain(code);
    }
    expect(found.filter(({ options }) => options.length > 0).length).toBeGreaterThan(3);
    expect(found.filter(({ without }) => without === 'none').length).toBeGreaterThan(3);
  });
});
