import { type ApplicantRecord, addDays, type Day } from '@matchwatch/domain';
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
