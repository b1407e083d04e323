import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './day.js';
import { findingLevels } from './level.js';
import {
  asksForReview,
  daysThatMatter,
  longestSnoozeDays,
  nextReview,
  type Review,
  type ReviewableFlag,
  type ReviewDecision,
  type ReviewState,
  reviewDecisionKinds,
  reviewStates,
  reviewTransitions,
  reviewTurns,
  settledStates,
  stateOfReview,
  waitingSince,
} from './review.js';

const today: Day = '2026-11-20';
const flag: ReviewableFlag = { code: 'exam.step2-failed', level: 'act', risenOn: '2026-11-01' };
const review = (state: ReviewState, more: Partial<Review> = {}): Review => ({
  state,
  level: 'act',
  on: '2026-11-10',
  until: state === 'snoozed' ? '2026-11-25' : null,
  assignedTo: null,
  ...more,
});
const decisions: Record<(typeof reviewDecisionKinds)[number], ReviewDecision> = {
  agree: { kind: 'agree' },
  disagree: { kind: 'disagree', because: 'threshold' },
  snooze: { kind: 'snooze', until: '2026-11-27' },
  assign: { kind: 'assign', to: 7 },
  escalate: { kind: 'escalate', to: 9 },
  reopen: { kind: 'reopen' },
};

describe('the table of transitions', () => {
  it('closes a flag by nothing but its cleared cause, and settles one by nothing but a person', () => {
    for (const state of reviewStates) {
      for (const turn of reviewTurns) {
        const to = reviewTransitions[state][turn];
        expect(to === 'closed').toBe(turn === 'cleared');
        if (to !== 'closed' && to !== state) expect(to).toBe('unreviewed');
      }
    }
  });

  it('is what every decision follows, from every state', () => {
    for (const state of reviewStates) {
      for (const kind of reviewDecisionKinds) {
        const to = reviewTransitions[state][kind];
        const next = nextReview(flag, state === 'unreviewed' ? null : review(state), decisions[kind], today);
        if (to === null) expect(next, `${state} ${kind}`).toEqual({ outcome: 'refused', because: 'no-such-move' });
        else expect(next, `${state} ${kind}`).toMatchObject({ outcome: 'moved', review: { state: to } });
      }
    }
  });
});

describe('a decision', () => {
  it('keeps the level and the day it was taken on', () =>
    expect(nextReview({ ...flag, level: 'urgent' }, null, decisions.agree, today)).toEqual({
      outcome: 'moved',
      review: { state: 'agreed', level: 'urgent', on: today, until: null, assignedTo: null },
    }));

  it.each<[string, ReviewDecision, string]>([
    ['another reason without words', { kind: 'disagree', because: 'other' }, 'reason-missing'],
    ['another reason of blanks', { kind: 'disagree', because: 'other', note: ' ' }, 'reason-missing'],
    ['a snooze to today', { kind: 'snooze', until: today }, 'day-not-ahead'],
    ['a snooze beyond two months', { kind: 'snooze', until: addDays(today, longestSnoozeDays + 1) }, 'day-too-far'],
  ])('is refused: %s', (_, decision, because) => expect(nextReview(flag, null, decision, today)).toEqual({ outcome: 'refused', because }));

  it('may put off as far as two months', () =>
    expect(nextReview(flag, null, { kind: 'snooze', until: addDays(today, longestSnoozeDays) }, today)).toMatchObject({
      outcome: 'moved',
    }));

  it('to assign says nothing about the flag: what is put off stays put off', () => {
    expect(nextReview(flag, review('snoozed'), decisions.assign, today)).toEqual({
      outcome: 'moved',
      review: { ...review('snoozed'), assignedTo: 7 },
    });
    expect(nextReview(flag, null, decisions.assign, today)).toMatchObject({ review: { state: 'unreviewed', assignedTo: 7 } });
  });

  it('leaves whom a flag is assigned to as it was', () =>
    expect(nextReview(flag, review('unreviewed', { assignedTo: 7 }), decisions.agree, today)).toMatchObject({ review: { assignedTo: 7 } }));
});

describe('where a review stands', () => {
  it.each<[string, ReviewableFlag, Review | null, ReviewState, Day | null]>([
    ['nobody has decided', flag, null, 'unreviewed', '2026-11-01'],
    ['agreed', flag, review('agreed'), 'agreed', null],
    ['disagreed', flag, review('disagreed'), 'disagreed', null],
    ['agreed, and lowered since', flag, review('agreed', { level: 'urgent' }), 'agreed', null],
    ['agreed, and risen since', { ...flag, level: 'urgent', risenOn: '2026-11-15' }, review('agreed'), 'unreviewed', '2026-11-15'],
    [
      'agreed, and risen on the same day',
      { ...flag, level: 'urgent', risenOn: '2026-11-10' },
      review('agreed'),
      'unreviewed',
      '2026-11-10',
    ],
    ['agreed, and risen again to where it was', { ...flag, risenOn: '2026-11-15' }, review('agreed'), 'unreviewed', '2026-11-15'],
    ['put off', flag, review('snoozed'), 'snoozed', null],
    ['put off until today', flag, review('snoozed', { until: today }), 'unreviewed', today],
    ['put off, and risen since', { ...flag, level: 'urgent', risenOn: '2026-11-15' }, review('snoozed'), 'unreviewed', '2026-11-15'],
    ['escalated', flag, review('escalated'), 'escalated', '2026-11-01'],
    ['escalated, and risen since', { ...flag, level: 'urgent', risenOn: '2026-11-15' }, review('escalated'), 'escalated', '2026-11-15'],
    ['assigned and not decided', flag, review('unreviewed'), 'unreviewed', '2026-11-01'],
    ['at watch', { ...flag, level: 'watch' }, null, 'unreviewed', null],
    ['a care gap', { ...flag, code: 'care.no-meeting' }, null, 'unreviewed', null],
  ])('%s', (_, each, decided, state, since) => {
    expect(stateOfReview(each, decided, today)).toBe(state);
    expect(waitingSince(each, decided, today)).toBe(since);
    expect(waitingSince(each, decided, today) === null || !settledStates.has(state)).toBe(true);
  });

  it('asks for reviews from act up', () =>
    expect(findingLevels.filter((level) => asksForReview({ code: 'exam.a', level }))).toEqual(['act', 'urgent']));
});

describe('the days that matter', () => {
  const finding = (code: string, level: 'act' | 'watch') => ({ code, area: 'exam' as const, level, evidence: {} });
  const advice = (dueOn: Day | null, ...answers: string[]) => ({
    code: 'x',
    phase: 'rebuild' as const,
    owner: 'advisor' as const,
    dueOn,
    withinDays: dueOn === null ? 7 : null,
    answers,
  });
  it('are the first by which something is to be done about what asks for a review', () =>
    expect(
      daysThatMatter({
        findings: [finding('exam.a', 'act'), finding('exam.b', 'watch'), finding('exam.c', 'act')],
        advice: [advice('2026-12-10', 'exam.a', 'exam.b'), advice('2026-12-01', 'exam.a'), advice(null, 'exam.c')],
      }),
    ).toEqual({ 'exam.a': '2026-12-01' }));
  it('are none for nobody', () => expect(daysThatMatter({ findings: [], advice: [] })).toEqual({}));
});
