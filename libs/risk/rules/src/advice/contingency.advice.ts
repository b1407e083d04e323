import type { adviceByPhase } from '@matchwatch/domain';
import type { AdviceDefinitions } from './advice-definition.js';
import { isClearlyBelow, isToPass } from './conditions.js';
import { seasonLines } from './season-lines.js';

/** Phase 4: what follows if there is no match, decided before Match week. */
export const contingencyAdvice: AdviceDefinitions<(typeof adviceByPhase.contingency)[number]> = {
  'talk-preliminary-or-reapply': {
    dueFrom: 'submit',
    answers: { 'exam.step2-category': ({ category }) => category === 'C' },
    templates: ['contingency-options'],
  },
  'draw-the-line': {
    dueFrom: seasonLines.january15,
    answers: { 'contingency.no-plan': 'always' },
    templates: ['phase-4', 'contingency-options'],
  },
  'prepare-soap-kit': {
    dueFrom: 'monday',
    answers: { 'contingency.soap-not-ready': 'always', 'interview.few': 'always' },
    templates: ['soap-kit'],
  },
  'certify-rank-list': { dueFrom: 'rol', answers: { 'contingency.rank-list': 'always' } },
  'take-part-in-soap': {
    dueFrom: 'monday',
    answers: {
      'contingency.unmatched': (_, { season: { calendar }, policy: { asOf } }) => calendar !== undefined && asOf <= calendar.matchDay,
    },
    templates: ['soap-kit'],
  },
  'review-the-cycle': { dueFrom: 'finding', answers: { 'contingency.unmatched': 'always' }, templates: ['between-cycles'] },
  'plan-next-cycle': {
    dueFrom: 'finding',
    answers: { 'contingency.unmatched': ({ plan }) => plan === null },
    templates: ['between-cycles', 'contingency-options'],
  },
  'take-up-a-role': { dueFrom: 'finding', answers: { 'contingency.idle-year': 'always' }, templates: ['between-cycles'] },
  'fix-exam-process': {
    dueFrom: 'finding',
    answers: {
      'exam.step2-category': isClearlyBelow,
      'exam.step2-failed': isToPass,
      'exam.step1-failed': isToPass,
      'exam.multiple-failures': 'always',
      'exam.declining': 'always',
    },
    templates: ['test-taking-diagnostic'],
  },
};
