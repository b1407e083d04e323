import { describe, expect, it } from 'vitest';
import { type FeedContent, feedEntries } from './calendar-feed.js';

const at = new Date('2026-11-20T17:00:00Z');
const whose = { applicantId: 7, applicant: 'Ada Osei', restricted: false, version: 3, changedAt: at } as const;
const content: FeedContent = {
  schoolId: 'demo',
  publicUrl: 'https://match.example.edu/',
  names: false,
  since: at,
  seasons: [{ season: 2027, changedAt: null, days: [{ mark: 'rol', on: '2027-03-03' }] }],
  events: [
    {
      id: 4,
      season: 2027,
      from: '2026-12-01',
      to: '2026-12-02',
      kind: 'workshop',
      title: 'Workshop',
      source: null,
      version: 1,
      changedAt: at,
    },
  ],
  meetings: [{ ...whose, id: 5, on: '2026-12-04', from: undefined, minutes: null }],
  tasks: [{ ...whose, id: 6, on: '2026-12-05' }],
};
const titles = (names: boolean, restricted = false) =>
  feedEntries({ ...content, names, meetings: content.meetings.map((each) => ({ ...each, restricted })) }).map(({ title }) => title);

describe('a calendar for other programs', () => {
  it('names nobody unless the school allows it, and nobody of what is restricted', () => {
    expect(titles(false)).toEqual([
      'Rank lists are certified (2027 Match)',
      'Workshop',
      'Meeting with an applicant',
      'Task due for an applicant',
    ]);
    expect(titles(true).slice(2)).toEqual(['Meeting with Ada Osei', 'Task due for Ada Osei']);
    expect(titles(true, true)).toContain('Meeting with an applicant');
  });

  it('gives each entry an identity that stays, and a page to those who may open it', () => {
    expect(feedEntries(content).map(({ uid }) => uid)).toEqual([
      'season-2027-rol.demo@matchwatch',
      'event-4.demo@matchwatch',
      'meeting-5.demo@matchwatch',
      'task-6.demo@matchwatch',
    ]);
    expect(feedEntries(content)[2]).toMatchObject({ url: 'https://match.example.edu/applicants/7/show', sequence: 2 });
  });

  it('holds events of several days whole', () => expect(feedEntries(content)[1]).toMatchObject({ on: '2026-12-01', until: '2026-12-02' }));
});
