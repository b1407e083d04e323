import type { ApplicantType } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { type Scope, scoping } from './scope.js';
import { ViewPolicy } from './view/view-policy.js';

/** Whether a scope asks somebody of season 2027, whose applications are sent on a day that the policy knows. */
function asks(
  scope: Scope,
  asOf: `${number}-${number}-${number}`,
  of: { type?: ApplicantType; season?: number; matchIsOver?: boolean } = {},
) {
  const policy = new ViewPolicy(defaultPolicy, asOf);
  const audience = policy.season(of.season ?? 2027).audience(of.type ?? 'us-md', of.matchIsOver ?? false);
  return scoping.isAsked(scope, audience, policy.values);
}

describe('the scope of a rule', () => {
  it('asks everybody where it says nothing', () => expect(asks({}, '2026-09-10', { matchIsOver: true })).toBe(true));

  it.each<[ApplicantType, boolean, boolean]>([
    ['us-md', false, false],
    ['us-do', false, true],
    ['us-img', true, false],
    ['non-us-img', true, false],
  ])('of %s: IMGs %s, DO students %s', (type, img, usDo) => {
    expect(asks({ of: 'img' }, '2026-09-10', { type })).toBe(img);
    expect(asks({ of: 'us-do' }, '2026-09-10', { type })).toBe(usDo);
  });

  it('begins on the day of a line', () => {
    const scope: Scope = { from: { line: 'timeline.step2-unscheduled.watch-from' } };
    const { on } = new ViewPolicy(defaultPolicy, '2026-01-01').values['timeline.step2-unscheduled.watch-from'];
    expect(asks(scope, `2026-${on}`)).toBe(true);
    expect(asks(scope, `2025-${on}`)).toBe(false);
  });

  it('begins so many days after a line', () => {
    const scope: Scope = { from: { line: 'timeline.step1-late.usual', daysAfter: 'timeline.step1-late.watch-days' } };
    const policy = new ViewPolicy(defaultPolicy, '2026-01-01');
    const season = policy.season(2027);
    const begins = season.daysAfter(policy.values['timeline.step1-late.usual'], policy.values['timeline.step1-late.watch-days']);
    expect(asks(scope, begins)).toBe(true);
    expect(asks({ from: { line: 'timeline.step1-late.usual' } }, season.dayOf(policy.values['timeline.step1-late.usual']))).toBe(true);
    expect(asks(scope, season.dayOf(policy.values['timeline.step1-late.usual']))).toBe(false);
  });

  it('begins so many days before a day of the calendar, and asks always where no calendar tells the day', () => {
    const scope: Scope = { from: { mark: 'submit', daysBefore: 'letters.due-days' } };
    const policy = new ViewPolicy(defaultPolicy, '2026-01-01');
    const begins = policy.season(2027).daysBefore('submit', policy.values['letters.due-days']);
    expect(begins).toBeDefined();
    expect(asks(scope, begins ?? '2026-01-01')).toBe(true);
    expect(asks(scope, '2026-01-01')).toBe(false);
    expect(asks(scope, '2026-01-01', { season: 2028 })).toBe(true);
  });

  it('ends where the Match is over', () => {
    expect(asks({ until: 'match' }, '2026-09-10')).toBe(true);
    expect(asks({ until: 'match' }, '2026-09-10', { matchIsOver: true })).toBe(false);
  });

  it('names the policy keys it reads', () => {
    expect(scoping.keysOf({ of: 'img' })).toEqual([]);
    expect(scoping.keysOf({ from: { line: 'letters.us.from' } })).toEqual(['letters.us.from']);
    expect(scoping.keysOf({ from: { mark: 'submit', daysBefore: 'letters.due-days' } })).toEqual(['letters.due-days']);
  });
});

it('makes one audience of all who are asked the same', () => {
  const season = new ViewPolicy(defaultPolicy, '2026-09-10').season(2027);
  expect(season.audience('us-md', false)).toBe(season.audience('us-md', false));
  expect(season.audience('us-md', true)).not.toBe(season.audience('us-md', false));
});
