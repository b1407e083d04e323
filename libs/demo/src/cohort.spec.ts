import { type ApplicantRecord, addDays, type Day, mondayOf, type RiskLevel, riskRank } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { createAssessor } from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';
import { demoCohort } from './cohort.js';

const today: Day = '2026-11-21';
const cohort = demoCohort({ asOf: today, seed: 20_270_319 });
const records = cohort.recordsOn(today);
const ofSeason = (season: number): ApplicantRecord[] => records.filter((record) => record.season === season);
const share = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length / items.length;

const factsOf = ({ specialtyPlan = {}, ...record }: ApplicantRecord): string[] => [
  ...Object.keys(record).filter((fact) => fact !== 'study'),
  ...Object.keys(specialtyPlan).map((fact) => `specialtyPlan.${fact}`),
];

describe('the demo cohort', () => {
  it('is the same for the same day and seed, and another for another seed', () => {
    expect(demoCohort({ asOf: today, seed: 20_270_319 }).recordsOn(today)).toEqual(records);
    expect(demoCohort({ asOf: today, seed: 1 }).recordsOn(today)).not.toEqual(records);
  });

  it('is about six hundred applicants of the past, the current and the next season, each id once', () => {
    expect(cohort.seasons).toEqual([2026, 2027, 2028]);
    expect(records.length).toBeGreaterThan(560);
    expect(records.length).toBeLessThan(640);
    expect(new Set(records.map(({ externalId }) => externalId)).size).toBe(records.length);
    for (const season of cohort.seasons) expect(ofSeason(season).length).toBeGreaterThan(150);
  });

  it('is mostly US seniors, with enough international graduates to show their rules', () => {
    expect(share(records, ({ applicantType }) => applicantType === 'us-md')).toBeGreaterThan(0.6);
    for (const type of ['us-do', 'us-img', 'non-us-img']) {
      expect(share(records, ({ applicantType }) => applicantType === type)).toBeGreaterThan(0.03);
      expect(share(records, ({ applicantType }) => applicantType === type)).toBeLessThan(0.2);
    }
  });

  it('has ten advisors at example.edu and some applicants without one', () => {
    expect(cohort.advisors).toHaveLength(10);
    const addresses = new Set(cohort.advisors.map(({ email }) => email));
    for (const { advisor, email } of records) {
      if (advisor !== undefined) expect(addresses).toContain(advisor);
      expect(email).toMatch(/^[a-z0-9.-]+@example\.edu$/);
    }
    const without = share(ofSeason(2027), ({ advisor }) => advisor === undefined);
    expect(without).toBeGreaterThan(0.04);
    expect(without).toBeLessThan(0.2);
  });

  it('knows the outcome of the past season and of no other', () => {
    expect(share(ofSeason(2026), ({ match }) => match?.outcome?.startsWith('matched') === true)).toBeGreaterThan(0.8);
    expect(share(ofSeason(2026), ({ match }) => match?.outcome === undefined)).toBeLessThan(0.02);
    expect(ofSeason(2028).every(({ match }) => match === undefined)).toBe(true);
    expect(ofSeason(2027).every(({ match }) => match?.outcome === undefined)).toBe(true);
  });

  it('changes from week to week, but never everybody', () => {
    for (let week = 12; week > 0; week--) {
      const before = new Map(cohort.recordsOn(addDays(today, -7 * week)).map((record) => [record.externalId, JSON.stringify(record)]));
      const after = cohort.recordsOn(addDays(today, -7 * (week - 1))).filter(({ season }) => season === 2027);
      const changed = share(after, (record) => before.get(record.externalId) !== JSON.stringify(record));
      expect(changed).toBeGreaterThan(0.1);
    }
    const pastSeason = cohort.recordsOn(addDays(today, -7)).filter(({ season }) => season === 2026);
    expect(pastSeason).toEqual(ofSeason(2026));
  });

  it('never takes back a fact it told, which no file could say', () => {
    let before = new Map<string, string[]>();
    for (let week = 12; week >= 0; week--) {
      const facts = new Map(cohort.recordsOn(addDays(today, -7 * week)).map((record) => [record.externalId, factsOf(record)]));
      for (const [id, told] of before) expect(facts.get(id), id).toEqual(expect.arrayContaining(told));
      before = facts;
    }
  });

  it('never knows a day before it comes', () => {
    for (const day of ['2026-06-10', '2026-09-30', today] as const)
      for (const record of cohort.recordsOn(day)) {
        const happened = [
          ...(record.exams ?? []).map(({ takenOn }) => takenOn),
          ...(record.practice ?? []).map(({ takenOn }) => takenOn),
          ...(record.clerkships ?? []).map(({ endedOn }) => endedOn),
          ...(record.letters ?? []).map(({ askedOn }) => askedOn),
          record.statement?.reviewedOn,
          record.study?.asOf,
        ];
        for (const one of happened) if (one !== undefined) expect(one <= day).toBe(true);
      }
  });
});

interface Standing {
  season: number;
  level: RiskLevel;
}

/** Where everybody known on a day stands, by id. */
function standingsOn(known: ReturnType<typeof demoCohort>, day: Day): Map<string, Standing> {
  const assess = createAssessor(defaultPolicy, day);
  return new Map(
    known
      .recordsOn(day)
      .map((record) => [record.externalId, { season: record.season, level: assess(record, { changedOn: day }).riskLevel }]),
  );
}

function movesBetween(before: ReadonlyMap<string, Standing>, after: ReadonlyMap<string, Standing>, season: number) {
  const moves = { new: [] as string[], worse: [] as string[], better: [] as string[] };
  for (const [id, { level, season: its }] of after) {
    if (its !== season) continue;
    const was = before.get(id)?.level;
    if (was === undefined) moves.new.push(id);
    else if (riskRank[level] > riskRank[was]) moves.worse.push(id);
    else if (riskRank[level] < riskRank[was]) moves.better.push(id);
  }
  return moves;
}

const asOfs: readonly Day[] = ['2026-06-01', '2026-08-17', today, '2027-02-01', '2027-04-10', '2027-07-15', '2028-03-01'];

describe.each(asOfs)('the risk levels of the demo cohort before %s', (asOf) => {
  const known = demoCohort({ asOf, seed: 2027 });
  const [, season, next] = known.seasons;
  const mondays = Array.from({ length: 13 }, (_, week) => addDays(mondayOf(asOf), 7 * (week - 12)));
  const weeks = mondays.map((monday) => standingsOn(known, monday));

  it('move every week, in both directions, but never for many', () => {
    let ofNext = 0;
    for (let week = 1; week < weeks.length; week++) {
      const [before, after] = [weeks[week - 1] as Map<string, Standing>, weeks[week] as Map<string, Standing>];
      const moves = movesBetween(before, after, season);
      expect(moves.new.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.worse.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.better.length, mondays[week]).toBeGreaterThan(0);
      // Step 2 CK results of a whole class arrive in July.
      expect(moves.worse.length + moves.better.length, mondays[week]).toBeLessThan(25);
      const others = movesBetween(before, after, next);
      ofNext += others.worse.length + others.better.length;
    }
    expect(ofNext).toBeGreaterThan(12);
  });

  it('have moved in the week under way for the worse and the better, two of the cast among them', () => {
    const { new: fresh, worse, better } = movesBetween(weeks[11] as Map<string, Standing>, standingsOn(known, asOf), season);
    expect(Math.min(fresh.length, worse.length, better.length)).toBeGreaterThan(0);
    expect([...worse, ...better].filter((id) => id.startsWith('S-')).length).toBeGreaterThan(1);
  });
});

describe.each(['2026-08-31', today, '2027-02-01', '2027-11-20', '2028-02-07'] as const)('the shares of the risk levels on %s', (asOf) => {
  it('are those of a school with something to do, and not in alarm', () => {
    const known = demoCohort({ asOf, seed: 2027 });
    const levels = [...standingsOn(known, asOf).values()].filter(({ season }) => season === known.seasons[1]).map(({ level }) => level);
    const of = (level: RiskLevel) => share(levels, (each) => each === level);
    expect(of('at-risk')).toBeGreaterThan(0.085);
    expect(of('at-risk')).toBeLessThan(0.135);
    expect(of('high-risk')).toBeGreaterThan(0.045);
    expect(of('high-risk')).toBeLessThan(0.085);
    expect(of('not-assessable')).toBeGreaterThan(0.015);
    expect(of('not-assessable')).toBeLessThan(0.05);
  });
});
