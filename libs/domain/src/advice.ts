import type { Day } from './day.js';

/** The four phases of a plan, in their order. */
export const planPhases = ['stabilize', 'rebuild', 'communicate', 'contingency'] as const;
export type PlanPhase = (typeof planPhases)[number];

/** Who sees to a piece of advice. */
export const adviceOwners = ['applicant', 'advisor', 'dean'] as const;
export type AdviceOwner = (typeof adviceOwners)[number];

/** Every piece of advice by the phase it belongs to, in display order; the codes are stable for ever. */
export const adviceByPhase = {
  stabilize: [
    'refer-to-support',
    'offer-support',
    'assign-advisor',
    'meet-dean',
    'meet-advisor',
    'debrief-score',
    'decide-retake',
    'plan-other-paths',
    'get-academic-support',
    'get-exam-help',
    'decide-exam-date',
    'choose-backup-date',
    'take-practice-exam',
    'finish-question-bank',
    'simulate-exam-day',
    'plan-step1',
    'book-step2',
    'settle-step2-date',
    'plan-strong-step2',
    'decide-usmle',
    'plan-certification',
    'decide-step3',
    'decide-specialty',
    'reconsider-specialty',
    'name-backup',
    'widen-geography',
    'choose-priority',
    'settle-visa-flexibility',
    'decide-application-year',
    'find-mentor',
    'draft-plan',
    'follow-up-tasks',
    'review-flags',
    'complete-record',
    'correct-record',
    'update-record',
  ],
  rebuild: [
    'remediate-clerkship',
    'aim-for-honors',
    'show-improvement',
    'arrange-rotation',
    'arrange-hands-on-usce',
    'use-planned-usce',
    'add-accredited-site',
    'show-recent-activity',
    'ask-letters',
    'ask-specialty-letters',
    'ask-us-letters',
    'ask-educator-letter',
    'ask-after-rotation',
    'replace-generic-letter',
    'brief-letter-writers',
    'join-short-project',
    'submit-output',
    'explain-in-application',
    'write-statement',
    'review-statement',
  ],
  communicate: [
    'dual-apply',
    'build-program-list',
    'rebalance-list',
    'replace-programs',
    'extend-backup-list',
    'add-preliminary',
    'check-program-minimums',
    'find-sponsoring-programs',
    'find-programs-for-earlier-graduates',
    'place-signals',
    'assign-letters',
    'ask-about-missing-score',
    'rehearse-account',
    'hold-mock-interview',
    'send-thank-yous',
    'send-targeted-messages',
  ],
  contingency: [
    'talk-preliminary-or-reapply',
    'draw-the-line',
    'prepare-soap-kit',
    'certify-rank-list',
    'take-part-in-soap',
    'review-the-cycle',
    'plan-next-cycle',
    'take-up-a-role',
    'fix-exam-process',
  ],
} as const satisfies Readonly<Record<PlanPhase, readonly string[]>>;

export type AdviceCode = (typeof adviceByPhase)[PlanPhase][number];

/** The codes of all advice: phase by phase, in display order. */
export const adviceCodes: readonly AdviceCode[] = planPhases.flatMap((phase): readonly AdviceCode[] => adviceByPhase[phase]);

/**
 * One short action that findings ask for. Exactly one of `dueOn` and `withinDays` is told: the latter counts from the day of the finding,
 * so that an answer does not change because a day has passed. Advice that answers only restricted rules is as restricted as they are.
 */
export interface Advice {
  readonly code: string;
  readonly phase: PlanPhase;
  readonly owner: AdviceOwner;
  readonly dueOn: Day | null;
  readonly withinDays: number | null;
  /** Codes of the rules whose findings it answers, each once. */
  readonly answers: readonly string[];
}
