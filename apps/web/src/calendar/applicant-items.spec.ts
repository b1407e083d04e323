import type { ApplicantCalendar } from '@matchwatch/contracts';
import { describe, expect, it } from 'vitest';
import { applicantItems } from './applicant-items.js';

const said = (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join(' ');
const nothing = { id: null, exam: null, at: null, title: null, referral: null, change: null };
const event = { season: 2027, kind: 'workshop', source: null, version: 1, changedBy: 'M', changedAt: '' } as const;
const calendar: ApplicantCalendar = {
  today: '2026-11-20',
  from: '2026-08-22',
  to: '2027-02-18',
  season: 2027,
  days: [
    { mark: 'rolOpens', on: '2027-01-15' },
    { mark: 'applicationsOpen', on: '2026-09-02' },
  ],
  events: [{ ...event, id: 4, from: '2026-11-18', to: '2026-11-21', title: 'Practice week' }],
  entries: [
    { ...nothing, on: '2026-11-10', kind: 'task', id: 1, title: 'Ask for a letter' },
    { ...nothing, on: '2026-11-12', kind: 'exam', exam: 'step2ck' },
    { ...nothing, on: '2026-11-20', kind: 'meeting', id: 2, at: '10:30' },
    { ...nothing, on: '2026-12-01', kind: 'goal', change: { fact: 'interview.mocks', from: null, to: 3 } },
  ],
};
const read = () => applicantItems(7, calendar, said as never);
const texts = (days: ReturnType<typeof read>['open']) => days.map(([on, items]) => [on, ...items.map(({ text }) => text)]);

describe('the calendar of one applicant', () => {
  it('puts first what is still open although its day has gone by', () => {
    expect(texts(read().open)).toEqual([['2026-11-10', 'Ask for a letter']]);
  });

  it('tells what comes by day: the season, the school, and what is theirs; an event that is on is on today', () => {
    expect(texts(read().coming)).toEqual([
      ['2026-11-20', 'Practice week, coming.until 2', 'coming.meetingAt 10:30'],
      ['2026-12-01', 'coming.goal 3 mock interviews'],
      ['2027-01-15', expect.any(String)],
    ]);
  });

  it('keeps the past apart, the latest first, and leads to where each is told in full', () => {
    const { past, coming } = read();
    expect(past.map(([on]) => on)).toEqual(['2026-11-12', '2026-09-02']);
    const links = [...past, ...coming].flatMap(([, items]) => items.flatMap(({ to }) => to ?? []));
    expect(links).toEqual(['/applicants/7/show?tab=record', '/applicants/7/show?tab=casework', '/applicants/7/show?tab=casework']);
  });
});
