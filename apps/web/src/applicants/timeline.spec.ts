import type { Challenge, HistoryEntry, ReviewEvent } from '@matchwatch/contracts';
import { describe, expect, it } from 'vitest';
import type { Text } from '../i18n/use-text.js';
import { timelineDays } from './timeline.js';

const t: Text = (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim();
const detail = {
  levels: [{ runId: 3, on: '2026-08-03', from: null, to: 'at-risk' }],
  events: [{ id: 1, runId: 3, on: '2026-08-03', code: 'interview.few', kind: 'opened', from: null, to: 'act' }],
} as const;
const history = [
  {
    version: 2,
    knownOn: '2026-08-10',
    changes: [{ path: 'exams.0.score' }, { path: 'exams.1.score' }, { path: 'advisor' }, { path: 'email' }, { path: 'visa.need' }],
  },
] as unknown as HistoryEntry[];
const reviews = [{ id: 4, on: '2026-08-05', by: 'Helen', code: 'interview.few', decision: 'agree' }] as unknown as ReviewEvent[];
const challenges = [
  { id: 9, subject: { kind: 'fact', about: 'exams' }, receivedOn: '2026-08-05', state: 'declined', decidedAt: '2026-08-20T09:00:00Z' },
] as unknown as Challenge[];
const casework = [{ type: 'casework', kind: 'meeting', id: 'meeting-1', on: '2026-08-20', text: 'Met' }] as const;
const parts = { casework, history, reviews, challenges };

describe('the timeline', () => {
  it('tells everything by day, the newest first, the level above what moved it', () => {
    const days = timelineDays({ levels: [...detail.levels], events: [...detail.events] }, parts, t);
    expect(days.map(({ on }) => on)).toEqual(['2026-08-20', '2026-08-10', '2026-08-05', '2026-08-03']);
    expect(days.map(({ entries }) => entries.map((entry) => ('id' in entry ? entry.id : 'level')))).toEqual([
      ['meeting-1', 'challenge-end-9'],
      ['version-2'],
      ['review-4', 'challenge-9'],
      ['level', 1],
    ]);
  });

  it('is narrowed to some kinds', () => {
    const of = (...kinds: Parameters<typeof timelineDays>[3] extends ReadonlySet<infer K> | undefined ? K[] : never) =>
      timelineDays({ levels: [...detail.levels], events: [...detail.events] }, parts, t, new Set(kinds)).map(({ on }) => on);
    expect(of('risk')).toEqual(['2026-08-03']);
    expect(of('challenge', 'record')).toEqual(['2026-08-20', '2026-08-10', '2026-08-05']);
    expect(of('referral')).toEqual([]);
  });

  it('names the first facts of a change and counts the rest', () => {
    const [day] = timelineDays({ levels: [], events: [] }, { history }, t);
    expect(day?.entries[0]).toMatchObject({ text: expect.stringMatching(/^timeline\.recordMore .* 2$/) });
  });
});
