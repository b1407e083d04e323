import { level, proposed, stated } from '../entry.js';
import { between, count, days, perCent, stepScore } from '../kinds.js';

/** Lines and levels of the rules about practice before an exam. */
export const practiceRuleValues = {
  'practice.scale.step1': proposed('Practice results for Step 1 that can be read, as per cent', between(perCent, 'lowest', 'highest'), {
    lowest: 0,
    highest: 100,
  }),
  'practice.scale.step2ck': proposed(
    'Practice results for Step 2 CK that can be read; a number up to 100 is taken for per cent',
    between(stepScore, 'lowest', 'highest'),
    { lowest: 101, highest: 300 },
  ),
  'practice.step1.pass': proposed('Practice result for Step 1 that corresponds to a pass', perCent, 62, 'nbme-cbssa#low-pass'),
  'practice.step1-not-ready.days': proposed('Days before Step 1 from which practice must show a pass', days, 28, '001#step1-timing'),
  'practice.step1-not-ready.margin': proposed('Margin above a pass that practice for Step 1 must show', perCent, 5, '001#step1-timing'),
  'practice.step1-not-ready.level': level('Step 1 near and practice below a safe pass', 'act', '001#step1-timing'),
  'practice.step2-below-target.days': proposed(
    'Days before Step 2 CK from which practice is held against the target',
    days,
    42,
    '001#checklist',
  ),
  'practice.step2-below-target.level.pass-mark': level('Practice close to or below the pass mark', 'urgent', '001#checklist'),
  'practice.step2-below-target.level.reach': level('Practice far below the range', 'act', '001#checklist'),
  'practice.step2-below-target.level.target': level('Practice below the range', 'watch', '001#checklist'),
  'practice.no-baseline.watch-days': stated(
    'Days before Step 2 CK from which a first practice exam is expected',
    days,
    56,
    '001#dedicated',
  ),
  'practice.no-baseline.watch-fewer': stated(
    'Practice exams expected at the start of dedicated study',
    count('practice exams', 50),
    1,
    '001#dedicated',
  ),
  'practice.no-baseline.act-days': proposed(
    'Days before Step 2 CK from which further practice exams are expected',
    days,
    21,
    '001#checklist',
  ),
  'practice.no-baseline.act-fewer': stated('Practice exams expected near Step 2 CK', count('practice exams', 50), 2, '001#checklist'),
  'practice.no-baseline.level.watch': level('No practice exam yet', 'watch', '001#dedicated'),
  'practice.no-baseline.level.act': level('Too few practice exams near Step 2 CK', 'act', '001#checklist'),
  'practice.stale.days': stated('Days before Step 2 CK in which practice exams are repeated', days, 56, '001#dedicated'),
  'practice.stale.level': level('Latest practice exam long ago', 'watch', '001#dedicated'),
  'practice.question-bank.days': proposed(
    'Days before Step 2 CK by which the question bank is expected to be nearly done',
    days,
    14,
    '001#checklist',
  ),
  'practice.question-bank.expected': proposed('Share of the main question bank that counts as nearly done', perCent, 90, '001#checklist'),
  'practice.question-bank.level': level('Main question bank not nearly done', 'watch', '001#checklist'),
  'practice.no-simulation.days': proposed('Days before Step 2 CK by which a full-length day is expected', days, 14, '001#dedicated'),
  'practice.no-simulation.expected': stated('Full-length days before Step 2 CK, at least', days, 1, '001#dedicated'),
  'practice.no-simulation.level': level('No full-length day', 'note', '001#dedicated'),
  'practice.no-backup-date.level': level('Practice below target and no backup date', 'watch', '001#checklist'),
};
