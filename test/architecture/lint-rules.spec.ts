import { trialsOf } from '@matchwatch/demo';
import type { Day, PolicyChanges, PolicyNotice } from '@matchwatch/domain';
import {
  createAssessor,
  defaultPolicy,
  findPolicyValue,
  lintByTrials,
  lintRules,
  type Policy,
  policyFromChanges,
  readPolicyChanges,
  rules,
  silences,
} from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';

const trials = trialsOf(2027);
const asOf: Day = '2026-10-12';

function draft(changes: Readonly<Record<string, unknown>>): Policy {
  const dated = Object.entries(changes).map(([key, value]) => [key, { '2010-01-01': { value, sources: ['school'] } }]);
  const read = readPolicyChanges(Object.fromEntries(dated));
  return read.ok ? policyFromChanges('draft', read.changes as PolicyChanges) : expect.fail(JSON.stringify(read.faults));
}

/** How often each rule is raised, and how often at each level. */
function raisedUnder(policy: Policy, tried = trials): Map<string, number> {
  const assessors = new Map<Day, ReturnType<typeof createAssessor>>();
  const counts = new Map<string, number>();
  for (const { record, asOf: day, context } of tried) {
    const assess = assessors.get(day) ?? createAssessor(policy, day);
    assessors.set(day, assess);
    const { findings, careGaps } = assess(record, context);
    for (const { code, level } of [...findings, ...careGaps])
      for (const name of [code, `${code} ${level}`]) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

describe('a rule that can no longer be raised', () => {
  const assessors = new Map<Day, ReturnType<typeof createAssessor>>();
  const raisers = new Map<string, Set<(typeof trials)[number]>>();
  for (const trial of trials) {
    const assess = assessors.get(trial.asOf) ?? createAssessor(defaultPolicy, trial.asOf);
    assessors.set(trial.asOf, assess);
    for (const { code } of assess(trial.record, trial.context).findings) raisers.set(code, (raisers.get(code) ?? new Set()).add(trial));
  }

  it.each(silences.map((silence) => [`${silence.rule} ${silence.level ?? ''}`, silence] as const))(
    'is told of exactly: %s',
    (_, { rule, level, when }) => {
      const ends = when.map(({ key, at }) => {
        const kind = findPolicyValue(key)?.kind;
        return [key, kind?.type === 'number' ? (at === 'lowest' ? kind.min : kind.max) : []];
      });
      // A level of its own, so that what is raised at it can be counted.
      const policy = draft({ ...Object.fromEntries(ends), ...(level === undefined ? {} : { [level]: 'urgent' }) });
      const name = level === undefined ? rule : `${rule} urgent`;
      // Whoever raised it before; one in five of the others.
      const before = raisers.get(rule) ?? new Set();
      expect(before.size).toBeGreaterThan(0);
      const tried = trials.filter((trial, i) => before.has(trial) || i % 5 === 0);
      expect(raisedUnder(policy, tried).get(name)).toBeUndefined();
      const keys = when.map(({ key }) => key);
      expect(lintRules(policy, asOf)).toContainEqual(
        expect.objectContaining({
          code: 'rule.silent',
          severity: 'warning',
          keys,
          evidence: { on: asOf, rule, level: level === undefined ? null : 'urgent' },
        }),
      );
    },
  );

  it('is not told of under the default policy', () => expect(lintRules(defaultPolicy, asOf)).toEqual([]));
});

describe('trial records', () => {
  it('raise every rule under the default policy', () => {
    const counts = raisedUnder(defaultPolicy);
    expect(rules.map(({ code }) => code).filter((code) => !counts.has(code))).toEqual([]);
  });

  const told = (notices: readonly PolicyNotice[]) =>
    notices.map(({ keys, evidence }) => ({ keys, rule: 'rule' in evidence && evidence.rule }));

  it('tell of a rule that a draft leaves none of them to be raised for', () => {
    const notices = lintByTrials(
      defaultPolicy,
      draft({ 'exam.numeric-step1.clearly-low': 1, 'exam.numeric-step1.mid-range': 2, 'exam.numeric-step1.academic': 3 }),
      trials,
    );
    expect(told(notices)).toContainEqual({
      rule: 'exam.step1-numeric-low',
      keys: expect.arrayContaining(['exam.numeric-step1.academic']),
    });
    for (const { evidence } of notices) {
      expect(evidence).toMatchObject({ before: expect.any(Number), trials: trials.length });
    }
  });

  it('tell of one that is silenced through what it is told', () =>
    expect(told(lintByTrials(defaultPolicy, draft({ 'usce.kinds': [] }), trials)).map(({ rule }) => rule)).toContain(
      'clinical.usce-stale',
    ));

  it('have nothing to tell of the same policy, or of a small change', () => {
    expect(lintByTrials(defaultPolicy, defaultPolicy, trials)).toEqual([]);
    expect(lintByTrials(defaultPolicy, draft({ 'category.near-pass-margin': 7 }), trials)).toEqual([]);
  });

  it('are left out on days on which a value has not begun', () => {
    const late = { 'letters.total': { '2026-10-12': { value: 0, sources: ['school'] } } } as const;
    const [notice] = lintByTrials(defaultPolicy, policyFromChanges('late', late), trials);
    expect(notice).toMatchObject({ keys: ['letters.total'], evidence: { rule: 'letters.too-few' } });
    expect(notice?.evidence).toMatchObject({ trials: trials.filter((trial) => trial.asOf >= '2026-10-12').length });
  });

  it('are the same every time', () => expect(trialsOf(2027)).toEqual(trials));
});
