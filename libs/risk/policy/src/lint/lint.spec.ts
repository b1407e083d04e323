import type { Day, NoticeCode, PolicyChanges, PolicyNotice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changesOf, defaultPolicy, lintPolicy, type PolicyKey, policyFromChanges, readPolicyChanges, seasonOf } from '../index.js';
import { bandRows, levelOrders, momentOrders, valueOrders } from '../orders.js';

const asOf: Day = '2026-10-12';
const always: Day = '2010-01-01';
const entry = (value: unknown, sources = ['school#Committee']) => ({ value, sources });

/** The default with some values changed for all time, read as a draft is. */
function draft(changes: Partial<Record<PolicyKey, unknown>>) {
  const read = readPolicyChanges(Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, { [always]: entry(value) }])));
  return read.ok ? policyFromChanges('draft', read.changes) : expect.fail(JSON.stringify(read.faults));
}
const told = (notices: readonly PolicyNotice[]) => notices.filter(({ severity }) => severity !== 'information');
const standing = lintPolicy(defaultPolicy, asOf);
/** What a draft is told beyond what the default is. */
const added = (changes: Partial<Record<PolicyKey, unknown>>, day: Day = asOf) => {
  const known = new Set(lintPolicy(defaultPolicy, day).map((notice) => JSON.stringify(notice)));
  return lintPolicy(draft(changes), day).filter((notice) => !known.has(JSON.stringify(notice)));
};

describe('the default policy', () => {
  it.each(['2025-06-01', '2026-03-01', '2026-06-01', asOf, '2027-05-31'] as Day[])('has no error and no warning on %s', (day) =>
    expect(told(lintPolicy(defaultPolicy, day))).toEqual([]),
  );
  it('says what is still to be confirmed', () => {
    const open = standing.filter(({ code }) => code === 'value.unconfirmed');
    expect(open.length).toBeGreaterThan(50);
    expect(open.flatMap(({ keys }) => keys)).toContain('category.near-pass-margin');
  });
  it('says where its ranges overlap', () =>
    expect(standing.filter(({ code }) => code === 'band.overlap')).toMatchObject([
      { severity: 'information', evidence: { from: 235, to: 240 } },
      { severity: 'information', evidence: { from: 240, to: 245 } },
    ]));
});

describe('a draft', () => {
  const season2027 = defaultPolicy.values['season.2027']?.values[always]?.value;

  it.each<[NoticeCode, PolicyNotice['severity'], Partial<Record<PolicyKey, unknown>>, string[], object]>([
    ['values.out-of-order', 'error', { 'category.A.gap-up-to': 21 }, ['category.B.gap-up-to', 'category.A.gap-up-to'], { on: asOf }],
    ['values.same', 'warning', { 'category.A.gap-up-to': 20 }, ['category.B.gap-up-to', 'category.A.gap-up-to'], { on: asOf }],
    ['values.same', 'warning', { 'img.high.step2-up-to': 230 }, ['img.trigger.step2-below', 'img.high.step2-up-to'], {}],
    ['values.out-of-order', 'error', { 'exam.score-age.watch-years': 9 }, ['exam.score-age.act-years', 'exam.score-age.watch-years'], {}],
    ['values.out-of-order', 'error', { 'study.step2.usual-from': '08-01' }, ['study.step2.usual-until', 'study.step2.usual-from'], {}],
    [
      'values.out-of-order',
      'error',
      { 'programs.category.B': { minimum: 60, maximum: 90 } },
      ['programs.category.C', 'programs.category.B'],
      {},
    ],
    [
      'values.out-of-order',
      'error',
      { 'specialty.range.competitive': { low: 230, high: 250 } },
      ['specialty.range.competitive', 'specialty.range.mid-competitive'],
      {},
    ],
    ['values.out-of-order', 'warning', { 'img.tier.level.moderate': 'urgent' }, ['img.tier.level.high', 'img.tier.level.moderate'], {}],
    ['list.out-of-order', 'error', { 'exam.screens': [235, 225, 245] }, ['exam.screens'], { value: [235, 225, 245] }],
    ['list.out-of-order', 'error', { 'exam.screens.img': [220, 210] }, ['exam.screens.img'], {}],
    [
      'band.gap',
      'warning',
      { 'specialty.range.competitive': { low: 248, high: 250 } },
      ['specialty.range.competitive', 'specialty.range.mid-competitive'],
      { from: 246, to: 247 },
    ],
    [
      'band.overlap',
      'information',
      { 'specialty.range.competitive': { low: 240, high: 255 } },
      ['specialty.range.ultra-competitive', 'specialty.range.competitive'],
      { from: 250, to: 255 },
    ],
    [
      'days.out-of-order',
      'error',
      { 'plan.no-specialty.act-from': { year: 'application', on: '01-15' } },
      ['plan.no-specialty.act-from', 'plan.no-specialty.watch-from'],
      { season: 2027, days: [{ on: '2026-02-01' }, { on: '2026-01-15' }] },
    ],
    [
      'days.out-of-order',
      'error',
      { 'contingency.no-plan.act-days': 90 },
      ['contingency.no-plan.act-days', 'contingency.no-plan.watch-from'],
      { days: [{ on: '2027-01-15' }, { on: '2026-12-15' }] },
    ],
    ['season.out-of-order', 'error', { 'season.2027': { ...season2027, review: '2026-08-01' } }, ['season.2027'], { season: 2027 }],
    ['season.wrong-year', 'error', { 'season.2028': season2027 }, ['season.2028'], { matchDay: '2027-03-19' }],
  ])('is told %s (%s): %j', (code, severity, changes, keys, evidence) => {
    const notice = added(changes).find((each) => each.code === code && each.keys.join() === keys.join());
    expect(notice).toMatchObject({ severity, evidence });
  });

  it('is told of a season without a calendar', () =>
    expect(told(lintPolicy(defaultPolicy, asOf, 2028))).toMatchObject([
      { code: 'season.no-calendar', severity: 'warning', keys: ['season.2028'], evidence: { season: 2028 } },
    ]));

  const writing = (dates: PolicyChanges[string]) => told(lintPolicy(policyFromChanges('draft', { 'letters.total': dates }), asOf));

  it('is told of a value without a source, and of a source that the register does not hold', () => {
    expect(writing({ [always]: entry(3, []) })).toMatchObject([{ code: 'value.no-source', severity: 'error', keys: ['letters.total'] }]);
    expect(writing({ [always]: entry(3, ['003#step-0', '003#step-9', 'rumour']) })).toMatchObject([
      { code: 'value.unknown-source', severity: 'error', evidence: { sources: ['003#step-9', 'rumour'] } },
    ]);
    expect(writing({ [always]: entry(3, ['school', 'school#Curriculum committee, 12 October 2026']) })).toEqual([]);
  });

  it.each<[Day, Day]>([
    ['2026-06-02', '2026-06-01'],
    ['2026-10-12', '2026-10-11'],
    ['2030-01-01', '2026-06-01'],
  ])('is told that a value begins only on %s: nothing is in force on %s', (begins, on) =>
    expect(writing({ [begins]: entry(3) })).toMatchObject([
      { code: 'value.not-in-force', severity: 'error', keys: ['letters.total'], evidence: { on, begins } },
    ]),
  );

  it('is told that earlier exams would have no pass mark, and earlier days no calendar', () => {
    const late = { '2026-06-01': entry(220) };
    expect(told(lintPolicy(policyFromChanges('draft', { 'exam.pass-mark.step2ck': late }), asOf))).toEqual([
      {
        code: 'value.not-in-force',
        severity: 'warning',
        keys: ['exam.pass-mark.step2ck'],
        evidence: { on: '2012-07-01', begins: '2026-06-01' },
      },
    ]);
    expect(told(lintPolicy(policyFromChanges('draft', { 'season.2027': { '2026-06-01': entry(season2027) } }), asOf))).toMatchObject([
      { code: 'value.not-in-force', severity: 'warning', keys: ['season.2027'] },
    ]);
  });

  it('is told of what goes wrong later in the season, with the day', () => {
    const policy = policyFromChanges('draft', { 'category.A.gap-up-to': { [always]: entry(10), '2027-01-01': entry(25) } });
    expect(told(lintPolicy(policy, asOf))).toMatchObject([{ code: 'values.out-of-order', evidence: { on: '2027-01-01' } }]);
    expect(told(lintPolicy(policy, '2026-03-01'))).toEqual([]);
  });

  it('is told errors first', () => {
    const severities = lintPolicy(draft({ 'category.A.gap-up-to': 21, 'img.tier.level.moderate': 'urgent' }), asOf).map(
      ({ severity }) => severity,
    );
    expect(severities.slice(0, 2)).toEqual(['error', 'warning']);
    expect(severities.at(-1)).toBe('information');
  });
});

describe('the orders', () => {
  it('hold known keys, each row at least two', () => {
    const keys = [
      ...[...valueOrders, ...levelOrders].map((order) => order.keys),
      ...momentOrders.map((moments) => moments.map(({ key }) => key)),
      ...bandRows,
    ];
    for (const row of keys) {
      expect(row.length).toBeGreaterThan(1);
      for (const key of row) expect(defaultPolicy.values).toHaveProperty([key]);
    }
  });
  it('of levels name every level of a rule that has several', () => {
    const ruleOf = (key: string) => key.slice(0, key.indexOf('.level.'));
    const levels = Object.keys(defaultPolicy.values).filter((key) => key.includes('.level.'));
    const several = levels.filter((key) => levels.some((other) => other !== key && ruleOf(other) === ruleOf(key)));
    const ordered = new Set<string>(levelOrders.flatMap(({ keys }) => keys));
    // A failed Step without a meeting stands beside the level of the applicant, and urgent is not above act of another kind.
    const apart = ['care.no-meeting.level.failed'];
    expect(several.filter((key) => !ordered.has(key) && !apart.includes(key))).toEqual([]);
  });
  it('leaves the default as it is', () => expect(changesOf(defaultPolicy)).toEqual({}));
});

describe('the season of a day', () => {
  it.each<[Day, number]>([
    ['2026-05-31', 2026],
    ['2026-06-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
  ])('%s lies in the %i Match', (day, season) => expect(seasonOf(day)).toBe(season));
});
