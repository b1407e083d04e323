import type { adviceByPhase } from '@matchwatch/domain';
import type { AdviceDefinitions } from './advice-definition.js';
import { isClearlyBelow } from './conditions.js';
import { seasonLines } from './season-lines.js';

/** Phase 3: a list that fits, and what to say to programs. */
export const communicateAdvice: AdviceDefinitions<(typeof adviceByPhase.communicate)[number]> = {
  'dual-apply': { dueFrom: 'submit', answers: { 'plan.no-dual-application': 'always' }, templates: ['program-list'] },
  'build-program-list': {
    dueFrom: 'submit',
    answers: { 'exam.step2-category': 'always', 'img.tier': 'always', 'list.too-short': 'always' },
    templates: ['program-list'],
  },
  'rebalance-list': { dueFrom: 'submit', answers: { 'list.top-heavy': 'always' }, templates: ['program-list'] },
  'replace-programs': { dueFrom: 'submit', answers: { 'list.no-chance': 'always' }, templates: ['program-list'] },
  'extend-backup-list': { dueFrom: 'submit', answers: { 'list.backup-thin': 'always' }, templates: ['program-list'] },
  'add-preliminary': { dueFrom: 'submit', answers: { 'list.no-preliminary': 'always' }, templates: ['program-list'] },
  'check-program-minimums': {
    dueFrom: 'submit',
    answers: {
      'exam.step2-below-screens': 'always',
      'exam.step1-numeric-low': (_, { exams }) => exams?.step2ck.taken !== false,
    },
    templates: ['program-list'],
  },
  'find-sponsoring-programs': { dueFrom: 'submit', answers: { 'visa.h1b-only': 'always' }, templates: ['program-list'] },
  'find-programs-for-earlier-graduates': {
    dueFrom: 'submit',
    answers: { 'timeline.graduation': 'always' },
    templates: ['program-list'],
  },
  'place-signals': { dueFrom: 'submit', answers: { 'list.signals': 'always' } },
  'assign-letters': { dueFrom: 'finding', answers: { 'letters.overfull': 'always' }, templates: ['program-list'] },
  'ask-about-missing-score': { dueFrom: 'review', answers: { 'timeline.step2-missing': 'always' } },
  'rehearse-account': {
    dueFrom: seasonLines.october1,
    answers: {
      'exam.step2-category': isClearlyBelow,
      'exam.step2-failed': 'always',
      'exam.step1-failed': 'always',
      'exam.multiple-failures': 'always',
      'record.professionalism': 'always',
      'record.leave': 'always',
      'record.unexplained-gap': 'always',
      'interview.no-account': 'always',
    },
    templates: ['score-account', 'interview-questions'],
  },
  'hold-mock-interview': {
    dueFrom: 'finding',
    answers: { 'interview.no-mock': 'always' },
    templates: ['mock-interview', 'interview-questions'],
  },
  'send-thank-yous': { dueFrom: 'finding', answers: { 'interview.no-thanks': 'always' }, templates: ['program-messages'] },
  'send-targeted-messages': { dueFrom: 'review', answers: { 'interview.few': 'always' }, templates: ['program-messages'] },
};
