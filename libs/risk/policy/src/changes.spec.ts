import { describe, expect, it } from 'vitest';
import { changesOf, defaultPolicy, diffPolicy, policyContent, policyFromChanges, readPolicyChanges, resolvePolicy } from './index.js';

const entry = (value: unknown) => ({ value, sources: ['school#Committee of 12 October 2026'] });
const nearer = { 'category.near-pass-margin': { '2010-01-01': entry(6), '2026-10-01': entry(8) } };

describe('what a school changes', () => {
  it('is read, becomes its policy, and comes back as the same changes', () => {
    const read = readPolicyChanges(JSON.parse(JSON.stringify(nearer)));
    if (!read.ok) return expect.fail(JSON.stringify(read.faults));
    const policy = policyFromChanges('ours-1', read.changes);
    expect(policy.version).toBe('ours-1');
    expect(resolvePolicy(policy, '2026-09-30')['category.near-pass-margin']).toBe(6);
    expect(resolvePolicy(policy, '2026-10-01')['category.near-pass-margin']).toBe(8);
    expect(changesOf(policy)).toEqual(nearer);
  });

  it('is nothing for the default policy', () => {
    expect(changesOf(defaultPolicy)).toEqual({});
    expect(policyFromChanges(defaultPolicy.version, {})).toEqual(defaultPolicy);
  });

  it('leaves out a key that is no longer known, so that an old run can be computed again', () =>
    expect(policyFromChanges('old', { 'gone.key': { '2020-01-01': entry(1) } }).values).toEqual(defaultPolicy.values));

  it('has a text of its own, whoever states the values', () => {
    const entries = (value: number, source: string) => ({ 'letters.total': { '2010-01-01': { value, sources: [source] } } }) as const;
    const text = (value: number, source: string) => policyContent(policyFromChanges('v', entries(value, source)));
    expect(text(4, 'school')).toBe(text(4, 'school#Another committee'));
    expect(text(4, 'school')).not.toBe(text(5, 'school'));
    expect(text(3, 'school')).toBe(policyContent(defaultPolicy));
  });

  it('is compared key by key: what is in force on the day, and every day that differs', () => {
    const policy = policyFromChanges('ours-1', nearer as never);
    expect(diffPolicy(defaultPolicy, defaultPolicy, '2026-10-01')).toEqual([]);
    expect(diffPolicy(defaultPolicy, policy, '2026-10-01')).toMatchObject([
      {
        key: 'category.near-pass-margin',
        before: { since: '2010-01-01', value: 6, confirm: true },
        after: { since: '2026-10-01', value: 8 },
        steps: [
          { since: '2010-01-01', before: { value: 6 }, after: { value: 6 } },
          { since: '2026-10-01', before: null, after: { value: 8 } },
        ],
      },
    ]);
  });
});
