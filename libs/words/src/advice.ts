import { type Advice, type AdviceCode, type AdviceOwner, type DraftTask, type PlanPhase, planPhases } from '@matchwatch/domain';
import { counted, dayWithYear } from './format.js';

const words: Readonly<Record<AdviceCode, string>> = {
  'refer-to-support': 'Answer the request for help with a referral, and ask whether it was taken up.',
  'offer-support': 'Check in with the person, listen, and offer support.',
  'assign-advisor': 'Give the applicant an advisor.',
  'meet-dean': 'Meet the dean: plan the recovery, and how to speak of it.',
  'meet-advisor': 'Have a frank meeting with somebody who has sat where programs rank.',
  'debrief-score': 'Debrief the result: preparation, what practice predicted, weak areas.',
  'decide-retake': 'Decide about a retake: what would be different, and when.',
  'plan-other-paths': 'Plan a path that needs no further attempt at this Step.',
  'get-academic-support': 'Join an academic support program and write down what changes.',
  'get-exam-help': 'Get help before the exam: tutoring, a study group or faculty.',
  'decide-exam-date': 'Decide whether to keep the exam date: is a short delay worth it?',
  'choose-backup-date': 'Choose a backup date for the exam.',
  'take-practice-exam': 'Take a practice exam under exam conditions, and plan the next.',
  'finish-question-bank': 'Finish the main question bank, then go back to the weak parts.',
  'simulate-exam-day': 'Do one full-length day with the pauses of the real one.',
  'plan-step1': 'Agree a date and a plan for Step 1.',
  'book-step2': 'Book Step 2 CK so that the score is out in time.',
  'settle-step2-date': 'Look at the Step 2 CK date: earlier, or apply with the score to follow?',
  'plan-strong-step2': 'Plan for a strong Step 2 CK: an earlier start, stronger resources.',
  'decide-usmle': 'Decide whether to take USMLE beside COMLEX, or choose programs that read COMLEX.',
  'plan-certification': 'Plan certification before the window of the first pass ends.',
  'decide-step3': 'Decide about Step 3, which many H-1B programs ask for.',
  'decide-specialty': 'Choose a primary specialty.',
  'reconsider-specialty': 'Look at the specialty again: what is realistic, and what would carry the first choice.',
  'name-backup': 'Name a backup specialty that would really be accepted.',
  'widen-geography': 'Widen the places where the applicant would go.',
  'choose-priority': 'Choose what comes first: specialty, location or prestige.',
  'settle-visa-flexibility': 'Talk about J-1 as well as H-1B.',
  'decide-application-year': 'Decide whether to apply in this season or a year later.',
  'find-mentor': 'Find a mentor who knows the path of international graduates.',
  'draft-plan': 'Draft a plan with the applicant.',
  'follow-up-tasks': 'Ask after the late tasks: done, moved, or no longer needed.',
  'review-flags': 'Review the flags that wait.',
  'complete-record': 'Ask for the missing facts.',
  'correct-record': 'Correct the facts that contradict each other.',
  'update-record': 'Say what is new since the last change of the record.',
  'remediate-clerkship': 'Make the clerkship good, and show it in the next rotation.',
  'aim-for-honors': 'Aim for honors from now on, above all in the chosen field.',
  'show-improvement': 'Show the rise: later exams, grades and comments.',
  'arrange-rotation': 'Arrange a sub-internship or an away rotation at one or two realistic programs.',
  'arrange-hands-on-usce': 'Arrange hands-on US clinical experience in the specialty, at more than one site.',
  'use-planned-usce': 'Agree evaluation, feedback and a letter before the planned experience begins.',
  'add-accredited-site': 'Add a site with an accredited program in the specialty.',
  'show-recent-activity': 'Take up recent clinical or academic activity, and explain the years before.',
  'ask-letters': 'Ask for the letters still missing.',
  'ask-specialty-letters': 'Ask for letters from the target specialty.',
  'ask-us-letters': 'Ask US attendings for letters.',
  'ask-educator-letter': 'Ask a program or clerkship director for a letter.',
  'ask-after-rotation': 'Ask for a letter from the rotation that has ended.',
  'replace-generic-letter': 'Replace the generic letter with one from somebody who knows the work.',
  'brief-letter-writers': 'Give letter writers a packet: CV, statement, three to five cases.',
  'join-short-project': 'Join a project that can be finished in three to six months.',
  'submit-output': 'Submit an abstract, poster or manuscript from the research time.',
  'explain-in-application': 'Explain it in the application: brief, factual, with what was learned.',
  'write-statement': 'Finish the personal statement.',
  'review-statement': 'Read the statement: at most two sentences on the score, owned, with what changed.',
  'dual-apply': 'Plan an application in a second specialty, with full commitment to both.',
  'build-program-list': 'Build a program list that is long and mixed enough.',
  'rebalance-list': 'Bring more community programs and fewer reaches into the list.',
  'replace-programs': 'Replace the programs that cannot take the applicant.',
  'extend-backup-list': 'Add programs in the backup specialty.',
  'add-preliminary': 'Add preliminary and transitional programs.',
  'check-program-minimums': 'Check the minimum scores of the programs on the list.',
  'find-sponsoring-programs': 'Choose programs that clearly sponsor the visa.',
  'find-programs-for-earlier-graduates': 'Choose programs with earlier graduates among their residents.',
  'place-signals': 'Place the program signals.',
  'assign-letters': 'Choose which letters each program receives.',
  'ask-about-missing-score': 'Find out which programs wait for the score, and send it when it is out.',
  'rehearse-account': 'Rehearse the short answer: own it, explain it, say what changed.',
  'hold-mock-interview': 'Hold a mock interview.',
  'send-thank-yous': 'Send a short thank-you after each interview, and note it.',
  'send-targeted-messages': 'Write to programs with a tie, briefly and truthfully.',
  'talk-preliminary-or-reapply': 'Talk about a preliminary or transitional year, or another cycle.',
  'draw-the-line': 'Draw the line, and choose what follows if there is no match.',
  'prepare-soap-kit': 'Prepare the SOAP kit: a statement for each track, general letters.',
  'certify-rank-list': 'Certify the rank list.',
  'take-part-in-soap': 'Take full part in SOAP.',
  'review-the-cycle': 'Look back at the cycle: specialty, list, letters, statement, interviews.',
  'plan-next-cycle': 'Plan the next cycle with a mentor, an output and dates.',
  'take-up-a-role': 'Take up a clinical or research role.',
  'fix-exam-process': 'Find out how exams go wrong, and treat the cause before the next one.',
};

/** What to do, in one short sentence; the code itself for advice without words. */
export const adviceText = (code: string): string => (Object.hasOwn(words, code) ? words[code as AdviceCode] : code);

const phases: Readonly<Record<PlanPhase, string>> = {
  stabilize: 'Stabilize',
  rebuild: 'Rebuild',
  communicate: 'Communicate',
  contingency: 'Contingency',
};
/** A phase of a plan. */
export const planPhaseLabel = (phase: PlanPhase): string => phases[phase];

const owners: Readonly<Record<AdviceOwner, string>> = { applicant: 'Applicant', advisor: 'Advisor', dean: 'Dean' };
/** Who sees to a piece of advice. */
export const adviceOwnerLabel = (owner: AdviceOwner): string => owners[owner];

/** When advice is due: “by 19 August 2026”, or “within 7 days”. */
export const adviceDueText = ({ dueOn, withinDays }: Pick<Advice, 'dueOn' | 'withinDays'>): string =>
  dueOn !== null ? `by ${dayWithYear(dueOn)}` : `within ${counted(withinDays ?? 0, 'day')}`;

/** When a task of a draft is due; one whose day has gone by is due now. */
export const draftDueText = ({ dueOn, overdueSince }: Pick<DraftTask, 'dueOn' | 'overdueSince'>): string =>
  overdueSince === null ? `by ${dayWithYear(dueOn)}` : `now; by the calendar it was due on ${dayWithYear(overdueSince)}`;

/** The tasks of a draft as plain text, phase by phase: to paste into a mail or a note. */
export function draftPlanText(title: string, tasks: readonly DraftTask[]): string {
  const parts = planPhases.flatMap((phase, index) => {
    const ofPhase = tasks.filter((task) => task.phase === phase);
    if (ofPhase.length === 0) return [];
    const lines = ofPhase.map((task) => `- ${adviceText(task.advice)} (${adviceOwnerLabel(task.owner)}, ${draftDueText(task)})`);
    return [[`${index + 1}. ${planPhaseLabel(phase)}`, ...lines].join('\n')];
  });
  return [title, ...parts].join('\n\n');
}
