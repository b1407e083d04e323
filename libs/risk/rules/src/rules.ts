import { areas } from '@matchwatch/domain';
import type { Rule } from '@matchwatch/risk-engine';
import { defaultPolicy, policyContent, type ResolvedValues } from '@matchwatch/risk-policy';
import { adviceRevision } from './advice/advice.js';
import { noAdvisor } from './care/no-advisor.rule.js';
import { noMeeting } from './care/no-meeting.rule.js';
import { noMentor } from './care/no-mentor.rule.js';
import { noCarePlan } from './care/no-plan.rule.js';
import { overdueTask } from './care/overdue-task.rule.js';
import { planDrift } from './care/plan-drift.rule.js';
import { unreviewed } from './care/unreviewed.rule.js';
import { wellbeing } from './care/wellbeing.rule.js';
import { clerkship } from './clinical/clerkship.rule.js';
import { noSpecialtyRotation } from './clinical/no-specialty-rotation.rule.js';
import { noUsce } from './clinical/no-usce.rule.js';
import { observershipOnly } from './clinical/observership-only.rule.js';
import { usceSetting } from './clinical/usce-setting.rule.js';
import { usceShort } from './clinical/usce-short.rule.js';
import { usceStale } from './clinical/usce-stale.rule.js';
import { idleYear } from './contingency/idle-year.rule.js';
import { noContingencyPlan } from './contingency/no-plan.rule.js';
import { rankList } from './contingency/rank-list.rule.js';
import { soapNotReady } from './contingency/soap-not-ready.rule.js';
import { unmatched } from './contingency/unmatched.rule.js';
import { impossible } from './data/impossible.rule.js';
import { missing } from './data/missing.rule.js';
import { stale } from './data/stale.rule.js';
import { attemptsLeft } from './exam/attempts-left.rule.js';
import { comlexOnly } from './exam/comlex-only.rule.js';
import { declining } from './exam/declining.rule.js';
import { multipleFailures } from './exam/multiple-failures.rule.js';
import { scoreAge } from './exam/score-age.rule.js';
import { step1Failed } from './exam/step1-failed.rule.js';
import { step1NumericLow } from './exam/step1-numeric-low.rule.js';
import { step2BelowScreens } from './exam/step2-below-screens.rule.js';
import { step2Category } from './exam/step2-category.rule.js';
import { step2Failed } from './exam/step2-failed.rule.js';
import { step3ForVisa } from './exam/step3-for-visa.rule.js';
import { tier } from './img/tier.rule.js';
import { few } from './interview/few.rule.js';
import { noAccount } from './interview/no-account.rule.js';
import { noMock } from './interview/no-mock.rule.js';
import { noThanks } from './interview/no-thanks.rule.js';
import { educatorLetter } from './letters/educator.rule.js';
import { lukewarm } from './letters/lukewarm.rule.js';
import { notAsked } from './letters/not-asked.rule.js';
import { overfull } from './letters/overfull.rule.js';
import { specialtyLetters } from './letters/specialty.rule.js';
import { tooFewLetters } from './letters/too-few.rule.js';
import { usLetters } from './letters/us.rule.js';
import { backupThin } from './list/backup-thin.rule.js';
import { noChance } from './list/no-chance.rule.js';
import { noPreliminary } from './list/no-preliminary.rule.js';
import { signals } from './list/signals.rule.js';
import { tooShort } from './list/too-short.rule.js';
import { topHeavy } from './list/top-heavy.rule.js';
import { noBackup } from './plan/no-backup.rule.js';
import { noDualApplication } from './plan/no-dual-application.rule.js';
import { noPriority } from './plan/no-priority.rule.js';
import { noSpecialty } from './plan/no-specialty.rule.js';
import { outOfReach } from './plan/out-of-reach.rule.js';
import { rigidGeography } from './plan/rigid-geography.rule.js';
import { noBackupDate } from './practice/no-backup-date.rule.js';
import { noBaseline } from './practice/no-baseline.rule.js';
import { noSimulation } from './practice/no-simulation.rule.js';
import { questionBank } from './practice/question-bank.rule.js';
import { stalePractice } from './practice/stale.rule.js';
import { step1NotReady } from './practice/step1-not-ready.rule.js';
import { step2BelowTarget } from './practice/step2-below-target.rule.js';
import { courseFailure } from './record/course-failure.rule.js';
import { leave } from './record/leave.rule.js';
import { professionalism } from './record/professionalism.rule.js';
import { unexplainedGap } from './record/unexplained-gap.rule.js';
import { noOutput } from './scholarly/no-output.rule.js';
import { noScholarly } from './scholarly/none.rule.js';
import type { Audience } from './scope.js';
import { statementMissing } from './statement/missing.rule.js';
import { notReviewed } from './statement/not-reviewed.rule.js';
import { graduation } from './timeline/graduation.rule.js';
import { lateStep2 } from './timeline/late-step2.rule.js';
import { step1Late } from './timeline/step1-late.rule.js';
import { step2Late } from './timeline/step2-late.rule.js';
import { step2Missing } from './timeline/step2-missing.rule.js';
import { step2Unscheduled } from './timeline/step2-unscheduled.rule.js';
import type { ApplicantView } from './view/applicant-view.js';
import type { CareView } from './view/care-view.js';
import { h1bOnly } from './visa/h1b-only.rule.js';

/** The rules that a record alone answers, in display order. */
export const recordRules: readonly Rule<ApplicantView, ResolvedValues, Audience>[] = [
  step2Category,
  step2Failed,
  step1Failed,
  multipleFailures,
  attemptsLeft,
  step1NumericLow,
  step2BelowScreens,
  declining,
  scoreAge,
  comlexOnly,
  step3ForVisa,
  step1NotReady,
  step2BelowTarget,
  noBaseline,
  stalePractice,
  questionBank,
  noSimulation,
  noBackupDate,
  step1Late,
  step2Unscheduled,
  step2Late,
  step2Missing,
  graduation,
  lateStep2,
  noUsce,
  observershipOnly,
  usceStale,
  usceShort,
  usceSetting,
  noSpecialtyRotation,
  clerkship,
  tooFewLetters,
  specialtyLetters,
  usLetters,
  educatorLetter,
  lukewarm,
  notAsked,
  overfull,
  noScholarly,
  noOutput,
  noSpecialty,
  outOfReach,
  noBackup,
  noDualApplication,
  rigidGeography,
  noPriority,
  tooShort,
  topHeavy,
  noChance,
  backupThin,
  noPreliminary,
  signals,
  tier,
  h1bOnly,
  professionalism,
  leave,
  unexplainedGap,
  courseFailure,
  statementMissing,
  notReviewed,
  noAccount,
  noMock,
  few,
  noThanks,
  noContingencyPlan,
  soapNotReady,
  rankList,
  unmatched,
  idleYear,
  missing,
  impossible,
  stale,
];

/** The rules about the school's response, in display order. */
export const careRules: readonly Rule<CareView, ResolvedValues>[] = [
  noAdvisor,
  noMeeting,
  noCarePlan,
  overdueTask,
  planDrift,
  noMentor,
  unreviewed,
  wellbeing,
];

const all: readonly Omit<Rule<never, ResolvedValues>, 'bind'>[] = [...recordRules, ...careRules];

/** Every rule, in display order: area by area. */
export const rules = areas.flatMap((area) => all.filter((rule) => rule.area === area));

/**
 * What rules exist and at which revision, that of the advice, and the values of the default policy, which a school's changes start from,
 * as one stable string: the part of an answer's cause that is code.
 */
export const rulesDigestInput: string = [
  ...rules.map(({ code, revision }) => `${code}@${revision}`),
  `advice@${adviceRevision}`,
  `policy@${defaultPolicy.version} ${policyContent(defaultPolicy)}`,
].join('\n');
