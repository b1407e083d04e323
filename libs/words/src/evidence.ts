import { sentenceCase } from './format.js';

const labels: Readonly<Record<string, string>> = {
  low: 'Range starts at',
  gap: 'Points below',
  step1: 'Step 1',
  step2: 'Step 2 CK',
  step1Band: 'Band of Step 1',
  offsetFrom: 'Made up for from',
  offset: 'Made up for',
  nearPass: 'Close to the pass mark',
  failed: 'Not passed',
  failures: 'Attempts not passed',
  used: 'Attempts used',
  maximum: 'Attempts allowed',
  line: 'Line',
  screens: 'Common screens',
  declines: 'Going down',
  in: 'In',
  since: 'Expected by',
  need: 'Visa need',
  days: 'Days at most',
  graduatedOn: 'Graduated on',
  declined: 'Backups not accepted',
  impossible: 'Contradictions',
  because: 'What asks for it',
  reach: 'Reaches',
  reachUpTo: 'Reaches at most, per cent',
  academic: 'Academic programs',
  communityFrom: 'Community at least, per cent',
  excluded: 'Cannot take the applicant',
  first: 'Among them',
  unusedFrom: 'Every signal expected by',
  leaves: 'Leaves',
  months: 'Months at most',
  lacks: 'Not ready',
  dueOn: 'Due on',
  lastOn: 'Last on',
};

/** The name of a value that a finding rests on. */
export const evidenceLabel = (key: string): string =>
  (Object.hasOwn(labels, key) && labels[key]) || sentenceCase(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
