import { type AdviceCode, type AdviceOwner, adviceOwners } from '@matchwatch/domain';
import { type PolicyValue, proposed } from '../entry.js';
import { amount, choice, days } from '../kinds.js';

/** What it is about, who sees to it, and how many days after (or, negative, before) the day it counts from it is due; then its sources. */
type AdviceLine = readonly [what: string, owner: AdviceOwner, days: number, ...sources: string[]];

// The articles say what to do and hardly ever on which day or who asks after it: all of this is for the school to confirm.
const lines: Readonly<Record<AdviceCode, AdviceLine>> = {
  'refer-to-support': ['A referral', 'dean', 1, '000#wellbeing', '002#wellbeing'],
  'offer-support': ['A check-in with the person', 'advisor', 3, '000#wellbeing', '002#wellbeing'],
  'assign-advisor': ['An advisor', 'dean', 7, '003#phase-1'],
  'meet-dean': ['A meeting with the dean', 'dean', 14, '001#checklist'],
  'meet-advisor': ['A frank meeting', 'advisor', 14, '003#phase-1'],
  'debrief-score': ['The debrief of a result', 'applicant', 7, '003#phase-1'],
  'decide-retake': ['The decision about a retake', 'advisor', 21, '002#retake'],
  'plan-other-paths': ['Paths without a further attempt', 'dean', 14, 'usmle-attempts'],
  'get-academic-support': ['Academic support', 'advisor', 21, '000#academic-record'],
  'get-exam-help': ['Help before an exam', 'advisor', 7, '001#step1-timing', '000#interview'],
  'decide-exam-date': ['The decision to keep or move an exam', 'advisor', -14, '001#delay'],
  'choose-backup-date': ['A backup date', 'applicant', -21, '001#checklist'],
  'take-practice-exam': ['A practice exam', 'applicant', 7, '001#dedicated'],
  'finish-question-bank': ['The question bank', 'applicant', -7, '001#dedicated'],
  'simulate-exam-day': ['A full-length day', 'applicant', -7, '001#dedicated'],
  'plan-step1': ['A date and a plan for Step 1', 'advisor', 14, '001#step1-timing'],
  'book-step2': ['A date for Step 2 CK', 'applicant', 14, '001#step2-timing'],
  'settle-step2-date': ['The date of Step 2 CK against the application', 'advisor', 14, '001#step2-timing'],
  'plan-strong-step2': ['A plan for a strong Step 2 CK', 'advisor', 21, '001#checklist', '004#step2-offset'],
  'decide-usmle': ['The choice to take USMLE beside COMLEX', 'advisor', 30, '001#applicant-types'],
  'plan-certification': ['The way to certification in time', 'applicant', 30, 'ecfmg-window'],
  'decide-step3': ['The decision about Step 3', 'advisor', 30, '004#step3'],
  'decide-specialty': ['A primary specialty', 'applicant', 0, '003#phase-1'],
  'reconsider-specialty': ['A second look at the specialty', 'advisor', 21, '003#phase-1', '001#competitive-fields'],
  'name-backup': ['A backup specialty', 'applicant', 0, '003#phase-1'],
  'widen-geography': ['Where the applicant would go', 'applicant', 30, '003#phase-1'],
  'choose-priority': ['What comes first', 'applicant', 14, '003#phase-4'],
  'settle-visa-flexibility': ['Which visas are acceptable', 'advisor', 30, '004#visa'],
  'decide-application-year': ['The decision to apply in this season or the next', 'advisor', -45, '004#delay'],
  'find-mentor': ['A mentor who knows the path', 'advisor', 30, '002#mentors'],
  'draft-plan': ['A plan', 'advisor', 7, '003#phase-1'],
  'follow-up-tasks': ['Late tasks', 'advisor', 7],
  'review-flags': ['Flags that wait for a review', 'dean', 3],
  'complete-record': ['Missing facts', 'advisor', 14],
  'correct-record': ['Facts that contradict each other', 'advisor', 7],
  'update-record': ['News for the record', 'applicant', 14],
  'remediate-clerkship': ['A clerkship to make good', 'applicant', 30, '003#phase-2'],
  'aim-for-honors': ['Clinical performance', 'applicant', -30, '003#phase-2'],
  'show-improvement': ['Later results that show a rise', 'applicant', -30, '001#step1-failure', '004#failures'],
  'arrange-rotation': ['A rotation in the specialty', 'applicant', 21, '000#clinical', '003#phase-3'],
  'arrange-hands-on-usce': ['Hands-on US clinical experience', 'applicant', 30, '002#usce', '004#usce'],
  'use-planned-usce': ['Planned US clinical experience', 'applicant', 30, '002#usce', '004#usce'],
  'add-accredited-site': ['A site with an accredited program', 'applicant', 45, '004#usce'],
  'show-recent-activity': ['Recent clinical or academic activity', 'applicant', 60, '004#risk-factors', '004#delay'],
  'ask-letters': ['Letters to ask for', 'applicant', -45, '002#letters', '004#letters'],
  'ask-specialty-letters': ['Letters from the specialty', 'applicant', -45, '000#letters', '004#letters'],
  'ask-us-letters': ['US letters', 'applicant', -45, '002#letters', '004#letters'],
  'ask-educator-letter': ['A letter from residency education', 'applicant', -45, '004#letters'],
  'ask-after-rotation': ['A letter after a rotation', 'applicant', 7, '002#letters', '003#phase-2'],
  'replace-generic-letter': ['A letter that says little', 'applicant', -30, '003#phase-2'],
  'brief-letter-writers': ['A packet for letter writers', 'applicant', -45, '003#phase-2', '000#letters'],
  'join-short-project': ['A short project', 'applicant', 30, '003#phase-2', '000#scholarly'],
  'submit-output': ['Something to submit', 'applicant', 60, '003#phase-2'],
  'explain-in-application': ['An explanation in the application', 'applicant', -14, '002#statement', '001#checklist'],
  'write-statement': ['The personal statement', 'applicant', -14, '000#statement', '004#statement'],
  'review-statement': ['A reader for the statement', 'advisor', -7, '003#phase-2', '004#statement'],
  'dual-apply': ['An application in two specialties', 'advisor', -45, '003#phase-3', '001#competitive-fields'],
  'build-program-list': ['The program list', 'applicant', -14, '003#phase-3', '004#program-count'],
  'rebalance-list': ['The mix of the program list', 'applicant', -14, '003#phase-3', '004#program-choice'],
  'replace-programs': ['Programs that cannot take the applicant', 'applicant', -7, '004#program-choice'],
  'extend-backup-list': ['Programs in the backup specialty', 'applicant', -14, '003#phase-3'],
  'add-preliminary': ['Preliminary and transitional programs', 'applicant', -14, '000#contingency', '003#phase-3'],
  'check-program-minimums': ['Minimum scores of programs', 'applicant', -14, '002#cutoffs'],
  'find-sponsoring-programs': ['Programs that sponsor a visa', 'applicant', -14, '004#visa'],
  'find-programs-for-earlier-graduates': ['Programs that take earlier graduates', 'applicant', -14, '004#program-choice'],
  'place-signals': ['Program signals', 'applicant', -3, 'aamc-signals'],
  'assign-letters': ['Letters for each program', 'applicant', 3, 'eras-letters'],
  'ask-about-missing-score': ['Programs that wait for a score', 'applicant', 0, '001#step2-timing'],
  'rehearse-account': ['The short answer about the exams', 'applicant', 0, '003#phase-3', '001#narrative'],
  'hold-mock-interview': ['A mock interview', 'advisor', 7, '000#interview'],
  'send-thank-yous': ['Thank-you notes', 'applicant', 1, '004#interview'],
  'send-targeted-messages': ['Targeted messages to programs', 'applicant', 14, '003#phase-3'],
  'talk-preliminary-or-reapply': ['A talk about a preliminary year or another cycle', 'dean', -45, '003#phase-3'],
  'draw-the-line': ['The line in the sand', 'applicant', 0, '003#phase-4'],
  'prepare-soap-kit': ['The SOAP kit', 'applicant', -21, '003#phase-4'],
  'certify-rank-list': ['The rank list', 'applicant', -2],
  'take-part-in-soap': ['SOAP', 'applicant', 0, '000#between-cycles', '002#between-cycles'],
  'review-the-cycle': ['A look back at the cycle', 'advisor', 21, '000#between-cycles', '002#between-cycles'],
  'plan-next-cycle': ['A plan for the next cycle', 'advisor', 30, '002#between-cycles', '003#phase-4'],
  'take-up-a-role': ['A clinical or research role', 'applicant', 30, '002#between-cycles'],
  'fix-exam-process': ['The way exams are taken', 'applicant', 60, '003#phase-4'],
};

const adviceOwner = choice('advice-owner', 'owner', adviceOwners);
const offset = amount('days', -400, 400);
const entries = Object.entries(lines);

type OwnerValues = { readonly [K in AdviceCode as `advice.${K}.owner`]: PolicyValue<AdviceOwner> };
type DaysValues = { readonly [K in AdviceCode as `advice.${K}.days`]: PolicyValue<number> };

/** Who sees to each piece of advice, and by when, counted from the day that the advice names. */
export const adviceValues = {
  ...(Object.fromEntries(
    entries.map(([code, [what, owner, , ...sources]]) => [
      `advice.${code}.owner`,
      proposed(`${what}: who sees to it`, adviceOwner, owner, ...sources),
    ]),
  ) as OwnerValues),
  ...(Object.fromEntries(
    entries.map(([code, [what, , due, ...sources]]) => [
      `advice.${code}.days`,
      proposed(`${what}: days from the day it counts from to the day it is due`, offset, due, ...sources),
    ]),
  ) as DaysValues),
  'advice.undated-days': proposed('Days in which advice is due where the day it counts from is not known', days, 14),
};
