import type { HeldBy, OverdueReason } from '@matchwatch/domain';
import { numberText } from './format.js';

const percent = (share: number): string => `${numberText(Math.round(share * 1_000) / 10)} %`;

/** Why a run is held, with the numbers on both sides, as a sentence. */
export function heldText({ rail, limit, sinceRunId, before, now }: HeldBy): string {
  switch (rail) {
    case 'populationDrop':
      return `The cohort shrank from ${numberText(before.population)} to ${numberText(now.population)} applicants since run ${sinceRunId}, by ${percent(1 - now.population / before.population)}; ${percent(limit)} is the limit.`;
    case 'unknownRise':
      return `${numberText(now.unanswered)} of ${numberText(now.population)} applicants have no answer; in run ${sinceRunId} it was ${numberText(before.unanswered)} of ${numberText(before.population)}. The share may rise by ${percent(limit)} of the cohort.`;
  }
}

const overdueTexts: Readonly<Record<OverdueReason, string>> = {
  'not-started': 'nothing was running that could start it',
  failed: 'it could not be started and is tried again',
  running: 'it is still under way',
  'run-failed': 'its run failed',
  'run-held': 'its run waits for a person',
};

/** Why something scheduled is not done by its hour, as part of a sentence. */
export const overdueText = (why: OverdueReason): string => overdueTexts[why];

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** When a schedule comes, in words: “every day at 02:00”; the expression itself where words would be longer. */
export function cronText(cron: string): string {
  const [minute = '', hour = '', dayOfMonth, month, dayOfWeek = ''] = cron.split(/\s+/);
  const plain = /^\d{1,2}$/;
  if (!plain.test(minute) || !plain.test(hour) || month !== '*') return cron;
  const at = `at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (dayOfMonth === '*' && dayOfWeek === '*') return `every day ${at}`;
  if (dayOfMonth === '*' && dayOfWeek === '1-5') return `Monday to Friday ${at}`;
  const weekday = plain.test(dayOfWeek) ? weekdays[Number(dayOfWeek) % 7] : undefined;
  if (dayOfMonth === '*' && weekday) return `every ${weekday} ${at}`;
  if (dayOfMonth !== undefined && plain.test(dayOfMonth) && dayOfWeek === '*') return `on day ${dayOfMonth} of each month ${at}`;
  return cron;
}
