import type { adviceByPhase } from '@matchwatch/domain';
import type { AdviceDefinitions } from './advice-definition.js';
import { isClearlyBelow, isPassed } from './conditions.js';

/** Phase 2: make every other part of the application stronger. */
export const rebuildAdvice: AdviceDefinitions<(typeof adviceByPhase.rebuild)[number]> = {
  'remediate-clerkship': { dueFrom: 'finding', answers: { 'clinical.clerkship': ({ failed }) => failed.length > 0 } },
  'aim-for-honors': {
    dueFrom: 'submit',
    answers: { 'clinical.clerkship': ({ failed }) => failed.length === 0, 'exam.step2-category': isClearlyBelow },
    templates: ['phase-2'],
  },
  'show-improvement': {
    dueFrom: 'submit',
    answers: {
      'exam.step2-failed': isPassed,
      'exam.step1-failed': isPassed,
      'exam.declining': 'always',
      'record.course-failure': 'always',
    },
    templates: ['offsets'],
  },
  'arrange-rotation': { dueFrom: 'finding', answers: { 'clinical.no-specialty-rotation': 'always' }, templates: ['away-rotation'] },
  'arrange-hands-on-usce': {
    dueFrom: 'finding',
    answers: {
      'clinical.no-usce': ({ plannedFrom }) => plannedFrom === null,
      'clinical.observership-only': 'always',
      'clinical.usce-stale': 'always',
      'clinical.usce-short': 'always',
    },
    templates: ['usce'],
  },
  'use-planned-usce': {
    dueFrom: 'finding',
    answers: { 'clinical.no-usce': ({ plannedFrom }) => plannedFrom !== null },
    templates: ['usce', 'letter-packet'],
  },
  'add-accredited-site': { dueFrom: 'finding', answers: { 'clinical.usce-setting': 'always' }, templates: ['usce'] },
  'show-recent-activity': {
    dueFrom: 'finding',
    answers: { 'timeline.graduation': 'always', 'timeline.late-step2': 'always' },
    templates: ['between-cycles'],
  },
  'ask-letters': { dueFrom: 'submit', answers: { 'letters.too-few': 'always' }, templates: ['letter-packet'] },
  'ask-specialty-letters': { dueFrom: 'submit', answers: { 'letters.specialty': 'always' }, templates: ['letter-packet'] },
  'ask-us-letters': { dueFrom: 'submit', answers: { 'letters.us': 'always' }, templates: ['letter-packet'] },
  'ask-educator-letter': { dueFrom: 'submit', answers: { 'letters.educator': 'always' }, templates: ['letter-packet'] },
  'ask-after-rotation': { dueFrom: 'finding', answers: { 'letters.not-asked': 'always' }, templates: ['letter-packet'] },
  'replace-generic-letter': { dueFrom: 'submit', answers: { 'letters.lukewarm': 'always' }, templates: ['letter-packet'] },
  'brief-letter-writers': {
    dueFrom: 'submit',
    answers: { 'letters.too-few': 'always', 'letters.specialty': 'always', 'letters.lukewarm': 'always' },
    templates: ['letter-packet'],
  },
  'join-short-project': { dueFrom: 'finding', answers: { 'scholarly.none': 'always' }, templates: ['research-offer'] },
  'submit-output': { dueFrom: 'finding', answers: { 'scholarly.no-output': 'always' }, templates: ['research-offer'] },
  'explain-in-application': {
    dueFrom: 'submit',
    answers: {
      'record.professionalism': 'always',
      'record.leave': ({ leaves }) => leaves.some(({ explained }) => explained !== true),
      'record.unexplained-gap': 'always',
    },
    templates: ['personal-statement'],
  },
  'write-statement': { dueFrom: 'submit', answers: { 'statement.missing': 'always' }, templates: ['personal-statement'] },
  'review-statement': { dueFrom: 'submit', answers: { 'statement.not-reviewed': 'always' }, templates: ['personal-statement'] },
};
