import type { EvidenceByCode, ImgTier, ScoreConcern } from '@matchwatch/domain';
import { counted, dayText, dayWithYear, listText } from '../format.js';
import { categoryText, imgTierLabel } from '../labels.js';
import type { WordsOf } from './finding-words.js';

/** What asks for something: “category B and 1 exam attempt not passed”. */
function concern({ category, failures, imgTier = null }: ScoreConcern & { readonly imgTier?: ImgTier | null }): string {
  const causes: string[] = [];
  if (category !== null && category !== 'on-target' && category !== 'failed') causes.push(categoryText(category));
  if (failures > 0) causes.push(`${counted(failures, 'exam attempt')} not passed`);
  if (imgTier !== null) causes.push(`IMG tier ${imgTierLabel(imgTier).toLowerCase()}`);
  return listText(causes);
}

type Codes = Extract<keyof EvidenceByCode, `${'statement' | 'interview' | 'contingency'}.${string}`>;

/** Words for the rules about the statement, the interviews and what follows if there is no match. */
export const applicationWords: WordsOf<Codes> = {
  'statement.missing': {
    label: 'Personal statement not ready',
    sentence: ({ status, since }) =>
      status === 'none'
        ? `There is no draft of the personal statement yet; it was expected by ${dayWithYear(since)}.`
        : `The personal statement is ${status === 'draft' ? 'a draft' : 'reviewed and not final'}; the final one was expected by ${dayWithYear(since)}.`,
    chip: ({ status }) => (status === 'none' ? 'No statement yet' : 'Statement not final'),
    clearsWhen: () => 'Clears once the statement is final.',
  },
  'statement.not-reviewed': {
    label: 'Personal statement not reviewed',
    sentence: (evidence) =>
      `Nobody has reviewed the personal statement, with ${concern(evidence)}; a review was expected by ${dayWithYear(evidence.since)}.`,
    chip: () => 'Statement not reviewed',
    clearsWhen: () => 'Clears once somebody has reviewed the statement.',
  },
  'interview.no-account': {
    label: 'Short answer not rehearsed',
    sentence: (evidence) =>
      `The short answer about the exams is not rehearsed, with ${concern(evidence)}; it was expected by ${dayWithYear(evidence.since)}.`,
    chip: () => 'Short answer not rehearsed',
    clearsWhen: () => 'Clears once the answer is rehearsed: own it, explain it, say what changed.',
  },
  'interview.no-mock': {
    label: 'No mock interview',
    sentence: ({ interviews }) => `${counted(interviews, 'interview')} on the list and no mock interview held.`,
    chip: () => 'No mock interview held',
    clearsWhen: () => 'Clears with a mock interview.',
  },
  'interview.no-thanks': {
    label: 'No thank-you noted',
    sentence: ({ interviews, earliestOn }) =>
      `No thank-you is noted after ${counted(interviews, 'interview')}, the first on ${dayWithYear(earliestOn)}.`,
    chip: ({ interviews }) => `${counted(interviews, 'interview')} without a thank-you`,
    clearsWhen: () => 'Clears once a thank-you is noted for each interview.',
  },
  'interview.few': {
    label: 'Few interviews',
    sentence: ({ interviews, minimum, since }) =>
      `${counted(interviews, 'interview')} so far; by ${dayWithYear(since)}, ${minimum} or more are hoped for.`,
    chip: ({ interviews }) => counted(interviews, 'interview'),
    clearsWhen: ({ minimum }) => `Clears with ${minimum} interviews.`,
  },
  'contingency.no-plan': {
    label: 'No contingency plan',
    sentence: (evidence) =>
      `There is no plan in case of no match, with ${concern(evidence)}; it was expected by ${dayWithYear(evidence.since)}.`,
    chip: () => 'No contingency plan',
    clearsWhen: () => 'Clears once a path is chosen: SOAP, a preliminary or research year, another specialty, or applying again.',
  },
  'contingency.soap-not-ready': {
    label: 'SOAP packet not ready',
    sentence: ({ lacks, since }) =>
      `The plan is SOAP, and the packet lacks ${listText(lacks.map((part) => (part === 'statement' ? 'its short statement' : 'general letters')))}; it was expected by ${dayWithYear(since)}.`,
    chip: ({ lacks }) =>
      lacks.length > 1
        ? 'SOAP statement and letters not ready'
        : lacks[0] === 'statement'
          ? 'SOAP statement not ready'
          : 'SOAP letters not ready',
    clearsWhen: () => 'Clears once the short statement and general letters are ready.',
  },
  'contingency.rank-list': {
    label: 'Rank list not certified',
    sentence: ({ interviews, dueOn }) =>
      `The rank list is not certified, after ${counted(interviews, 'interview')}; the deadline is ${dayWithYear(dueOn)}.`,
    chip: ({ dueOn }) => `Rank list due ${dayText(dueOn)}`,
    clearsWhen: () => 'Clears once the rank list is certified.',
  },
  'contingency.unmatched': {
    label: 'Unmatched',
    sentence: ({ plan }) =>
      plan === null
        ? 'This Match ended without a position, and no plan for the next cycle is on record.'
        : 'This Match ended without a position; a plan for the next cycle is on record.',
    chip: ({ plan }) => (plan === null ? 'Unmatched, no next plan' : 'Unmatched, with a plan'),
    clearsWhen: ({ plan }) => (plan === null ? 'Eases once the next cycle is planned.' : undefined),
  },
  'contingency.idle-year': {
    label: 'Between cycles without activity',
    sentence: ({ lastOn, since, days }) =>
      lastOn === null
        ? `No clinical, research or degree activity is on record since the Match of ${dayWithYear(since)}; programs look for one within ${days} days.`
        : `The last clinical, research or degree activity ended on ${dayWithYear(lastOn)}; programs look for one within ${days} days.`,
    chip: ({ lastOn }) => (lastOn === null ? 'No activity since the Match' : `No activity since ${dayText(lastOn)}`),
    clearsWhen: () => 'Clears with a clinical, research or degree activity.',
  },
};
