import type { AdviceCode } from './advice.js';
import type { RecordChange } from './record-change.js';

/** Strategies that an intervention may belong to, in display order. */
export const strategies = ['components', 'output', 'account', 'exam', 'network', 'choice', 'after-applying', 'coping'] as const;
export type Strategy = (typeof strategies)[number];

interface InterventionShape {
  readonly strategy: Strategy;
  /** The advice that it follows. */
  readonly advice: readonly AdviceCode[];
  /** The fact that will show that it was done, where one alone does. */
  readonly fact?: RecordChange['fact'];
}

/** What somebody may be advised in a meeting, in display order; the codes are stable for ever. */
export const interventions = {
  'widen-list': { strategy: 'choice', advice: ['build-program-list', 'rebalance-list'], fact: 'list.programs' },
  'add-backup': { strategy: 'choice', advice: ['name-backup', 'extend-backup-list'], fact: 'plan.backups' },
  'change-specialty': { strategy: 'choice', advice: ['decide-specialty', 'reconsider-specialty'], fact: 'plan.primary' },
  'dual-apply': { strategy: 'choice', advice: ['dual-apply'], fact: 'plan.dual-applying' },
  'add-preliminary': { strategy: 'choice', advice: ['add-preliminary', 'talk-preliminary-or-reapply'] },
  'open-geography': { strategy: 'choice', advice: ['widen-geography'], fact: 'plan.geography' },
  'visa-flexibility': { strategy: 'choice', advice: ['settle-visa-flexibility', 'find-sponsoring-programs'], fact: 'visa.need' },
  'delay-exam': { strategy: 'exam', advice: ['decide-exam-date', 'choose-backup-date'], fact: 'exam.booking' },
  'book-exam': { strategy: 'exam', advice: ['book-step2', 'settle-step2-date', 'plan-step1'], fact: 'exam.booking' },
  'retake-exam': { strategy: 'exam', advice: ['decide-retake', 'plan-strong-step2'] },
  'no-retake': { strategy: 'exam', advice: ['decide-retake'] },
  'sit-step3': { strategy: 'exam', advice: ['decide-step3'] },
  'practice-exam': { strategy: 'exam', advice: ['take-practice-exam', 'simulate-exam-day'] },
  'question-bank': { strategy: 'exam', advice: ['finish-question-bank'], fact: 'study.question-bank' },
  tutoring: { strategy: 'exam', advice: ['get-academic-support', 'get-exam-help', 'debrief-score'] },
  'ask-letters': {
    strategy: 'components',
    advice: ['ask-letters', 'ask-specialty-letters', 'ask-us-letters', 'replace-generic-letter'],
    fact: 'letters.uploaded',
  },
  'clinical-experience': { strategy: 'components', advice: ['arrange-rotation', 'arrange-hands-on-usce', 'add-accredited-site'] },
  'statement-review': { strategy: 'components', advice: ['write-statement', 'review-statement'], fact: 'statement' },
  'mock-interview': { strategy: 'components', advice: ['hold-mock-interview'], fact: 'interview.mocks' },
  'research-output': { strategy: 'output', advice: ['join-short-project', 'submit-output'], fact: 'scholarly.work' },
  'score-account': { strategy: 'account', advice: ['rehearse-account', 'explain-in-application'], fact: 'interview.account-rehearsed' },
  'find-mentor': { strategy: 'network', advice: ['find-mentor', 'send-targeted-messages'] },
  'soap-kit': { strategy: 'after-applying', advice: ['prepare-soap-kit', 'take-part-in-soap', 'draw-the-line'], fact: 'contingency' },
  'gap-year': { strategy: 'after-applying', advice: ['take-up-a-role', 'decide-application-year', 'plan-next-cycle'] },
  support: { strategy: 'coping', advice: ['offer-support', 'refer-to-support'] },
  other: { strategy: 'components', advice: [] },
} as const satisfies Readonly<Record<string, InterventionShape>>;

export type Intervention = keyof typeof interventions;

/** The codes of all interventions, in display order. */
export const interventionCodes = Object.keys(interventions) as Intervention[];

/** What the applicant said to it; `open` has not said yet. */
export const interventionAnswers = ['agreed', 'declined', 'deferred', 'open'] as const;
export type InterventionAnswer = (typeof interventionAnswers)[number];

/** The interventions that follow a piece of advice, in display order. */
export const interventionsFor = (advice: string): Intervention[] =>
  interventionCodes.filter((code) => (interventions[code].advice as readonly string[]).includes(advice));
