import type { adviceByPhase } from '@matchwatch/domain';
import type { AdviceDefinitions } from './advice-definition.js';
import { hasAttemptsLeft, isBeforeSubmission, isClearlyBelow, isToPass } from './conditions.js';
import { seasonLines } from './season-lines.js';

/** Phase 1: look at what happened, talk, decide. */
export const stabilizeAdvice: AdviceDefinitions<(typeof adviceByPhase.stabilize)[number]> = {
  'refer-to-support': { dueFrom: 'finding', answers: { 'care.wellbeing': 'always' }, templates: ['wellbeing'] },
  'offer-support': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-category': (_, __, level) => level === 'urgent',
      'exam.step2-failed': isToPass,
      'exam.step1-failed': isToPass,
      'exam.multiple-failures': 'always',
      'contingency.unmatched': 'always',
    },
    templates: ['wellbeing'],
  },
  'assign-advisor': { dueFrom: 'finding', answers: { 'care.no-advisor': 'always' } },
  'meet-dean': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-failed': isToPass,
      'exam.step1-failed': isToPass,
      'exam.multiple-failures': 'always',
      'exam.attempts-left': 'always',
      'timeline.step1-late': (_, __, level) => level === 'act',
      'record.professionalism': 'always',
      'care.no-meeting': ({ failed }) => failed !== null,
    },
    templates: ['after-step1-fail', 'advisor-meeting'],
  },
  'meet-advisor': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-category': 'always',
      'exam.step2-below-screens': (_, __, level) => level !== 'note',
      'plan.out-of-reach': 'always',
      'plan.no-specialty': 'always',
      'img.tier': 'always',
      'care.no-meeting': ({ failed }) => failed === null,
    },
    templates: ['intake-sheet', 'advisor-meeting'],
  },
  'debrief-score': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-category': 'always',
      'exam.step2-failed': isToPass,
      'exam.step1-failed': isToPass,
      'exam.declining': 'always',
    },
    templates: ['score-debrief'],
  },
  'decide-retake': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-failed': (evidence, view) => isToPass(evidence) && hasAttemptsLeft(view, 'step2ck'),
      'exam.step1-failed': (evidence, view) => isToPass(evidence) && hasAttemptsLeft(view, 'step1'),
      'exam.attempts-left': ({ steps, maximum }) => steps.some(({ used }) => used < maximum),
    },
    templates: ['retake-decision'],
  },
  'plan-other-paths': {
    dueFrom: 'finding',
    answers: { 'exam.attempts-left': ({ steps, maximum }) => steps.some(({ used }) => used >= maximum) },
  },
  'get-academic-support': {
    dueFrom: 'finding',
    answers: {
      'exam.multiple-failures': 'always',
      'record.course-failure': 'always',
      'clinical.clerkship': ({ failed }) => failed.length > 0,
    },
    templates: ['test-taking-diagnostic'],
  },
  'get-exam-help': {
    dueFrom: 'finding',
    answers: { 'practice.step1-not-ready': 'always', 'practice.step2-below-target': 'always' },
    templates: ['before-step1', 'before-step2', 'error-log'],
  },
  'decide-exam-date': {
    dueFrom: 'exam',
    answers: { 'practice.step1-not-ready': 'always', 'practice.step2-below-target': 'always' },
    templates: ['delay-exam'],
  },
  'choose-backup-date': { dueFrom: 'exam', answers: { 'practice.no-backup-date': 'always' }, templates: ['before-step2'] },
  'take-practice-exam': {
    dueFrom: 'finding',
    answers: {
      'practice.no-baseline': 'always',
      'practice.stale': 'always',
      'practice.step1-not-ready': ({ takenOn }) => takenOn === null,
    },
    templates: ['study-phases'],
  },
  'finish-question-bank': { dueFrom: 'exam', answers: { 'practice.question-bank': 'always' }, templates: ['study-phases'] },
  'simulate-exam-day': { dueFrom: 'exam', answers: { 'practice.no-simulation': 'always' }, templates: ['study-phases'] },
  'plan-step1': { dueFrom: 'finding', answers: { 'timeline.step1-late': 'always' }, templates: ['before-step1'] },
  'book-step2': {
    dueFrom: 'finding',
    answers: {
      'timeline.step2-unscheduled': 'always',
      'timeline.step2-missing': ({ takenOn }, { exams }) => takenOn === null && exams?.step2ck.booking === undefined,
    },
    templates: ['after-step1-pass'],
  },
  'settle-step2-date': { dueFrom: 'finding', answers: { 'timeline.step2-late': 'always' }, templates: ['delay-exam'] },
  'plan-strong-step2': {
    dueFrom: 'finding',
    answers: {
      'exam.step1-failed': ({ step2, passedOn }) => step2 === null && passedOn !== null,
      'exam.step1-numeric-low': (_, { exams }) => exams?.step2ck.taken === false,
    },
    templates: ['after-step1-fail', 'study-phases'],
  },
  'decide-usmle': { dueFrom: 'finding', answers: { 'exam.comlex-only': 'always' }, templates: ['applicant-types'] },
  'plan-certification': { dueFrom: 'finding', answers: { 'exam.score-age': 'always' } },
  'decide-step3': { dueFrom: 'finding', answers: { 'exam.step3-for-visa': 'always' }, templates: ['step3-decision'] },
  'decide-specialty': { dueFrom: seasonLines.june1, answers: { 'plan.no-specialty': 'always' }, templates: ['phase-1'] },
  'reconsider-specialty': {
    dueFrom: 'finding',
    answers: { 'plan.out-of-reach': 'always', 'exam.step2-category': isClearlyBelow },
    templates: ['advisor-meeting'],
  },
  'name-backup': { dueFrom: seasonLines.june1, answers: { 'plan.no-backup': 'always' }, templates: ['phase-1'] },
  'widen-geography': { dueFrom: 'finding', answers: { 'plan.rigid-geography': 'always' }, templates: ['phase-1'] },
  'choose-priority': { dueFrom: 'finding', answers: { 'plan.no-priority': 'always' }, templates: ['phase-4'] },
  'settle-visa-flexibility': {
    dueFrom: 'finding',
    answers: { 'visa.h1b-only': ({ need }) => need === 'h1b-only', 'exam.step3-for-visa': 'always' },
  },
  'decide-application-year': {
    dueFrom: 'submit',
    answers: {
      'exam.step2-failed': (evidence, view) => isToPass(evidence) && isBeforeSubmission(view),
      'clinical.no-usce': ({ plannedFrom }, view) => plannedFrom === null && isBeforeSubmission(view),
      'img.tier': ({ tier }, view) => tier === 'very-high' && isBeforeSubmission(view),
    },
    templates: ['delay-application'],
  },
  'find-mentor': { dueFrom: 'finding', answers: { 'care.no-mentor': 'always' }, templates: ['mentor-talk'] },
  'draft-plan': { dueFrom: 'finding', answers: { 'care.no-plan': 'always' }, templates: ['phase-1'] },
  'follow-up-tasks': { dueFrom: 'finding', answers: { 'care.overdue-task': 'always', 'care.plan-drift': 'always' } },
  'review-flags': { dueFrom: 'finding', answers: { 'care.unreviewed': 'always' } },
  'complete-record': { dueFrom: 'finding', answers: { 'data.missing': 'always' }, templates: ['intake-sheet'] },
  'correct-record': { dueFrom: 'finding', answers: { 'data.impossible': 'always' } },
  'update-record': { dueFrom: 'finding', answers: { 'data.stale': 'always' } },
};
