import { daysBetween } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { castIn } from '../cast/index.js';
import { demoCohort } from '../cohort.js';
import { demoCasework } from './demo-casework.js';

const asOf = '2026-11-20';
const season = 2027;
const records = demoCohort({ asOf, seed: 2027 }).recordsOn(asOf);
const work = demoCasework(records, { asOf, season, seed: 2027 });
const of = (externalId: string) => work.find((each) => each.externalId === externalId);

describe('the work of the fictional school', () => {
  it('is the same for the same seed and day', () => expect(demoCasework(records, { asOf, season, seed: 2027 })).toEqual(work));

  it('covers about a third of the season', () => {
    const others = records.filter((record) => record.season === season && record.advisor !== undefined).length;
    expect(work.length / others).toBeGreaterThan(0.25);
    expect(work.length / others).toBeLessThan(0.55);
  });

  it('leaves alone whom the cast shows as left alone, and tells a late task where it shows one', () => {
    for (const { record, raises } of castIn(season)) {
      const neglected = raises.includes('care.no-meeting') || raises.includes('care.no-plan');
      if (neglected) expect(of(record.externalId), record.externalId).toBeUndefined();
      if (raises.includes('care.overdue-task') && record.advisor) {
        const late = of(record.externalId)?.plan?.tasks.some(({ doneOn, dueOn }) => doneOn === null && daysBetween(dueOn, asOf) > 7);
        expect(late, record.externalId).toBe(true);
      }
    }
  });

  it('has every kind of thing in it, nothing held or done after the day', () => {
    const meetings = work.flatMap((each) => each.meetings);
    expect(meetings.every(({ state, on }) => (state === 'held') === on <= asOf)).toBe(true);
    const answers = new Set(meetings.flatMap(({ advised }) => advised.map(({ answer }) => answer)));
    expect(answers).toEqual(new Set(['agreed', 'declined', 'deferred', 'open']));
    const tasks = work.flatMap(({ plan }) => plan?.tasks ?? []);
    expect(new Set(tasks.map(({ phase }) => phase)).size).toBe(4);
    expect(tasks.every(({ doneOn }) => doneOn === null || doneOn <= asOf)).toBe(true);
    expect([tasks.some(({ doneOn }) => doneOn !== null), tasks.some(({ doneOn, dueOn }) => doneOn === null && dueOn < asOf)]).toEqual([
      true,
      true,
    ]);
    expect(work.some(({ referral }) => referral !== null)).toBe(true);
    expect(work.some(({ plan }) => plan !== null && plan.agreedOn === null)).toBe(true);
    expect(work.flatMap(({ plan }) => plan?.goals ?? []).length).toBeGreaterThan(3);
  });
});
