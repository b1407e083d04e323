import { proposed, stated } from '../entry.js';
import { points } from '../kinds.js';

/** The lines of the score category: gap = low end of the range − score. */
export const categoryValues = {
  'category.A.gap-up-to': stated('Largest gap of category A', points, 10, '003#step-0'),
  'category.B.gap-up-to': stated('Largest gap of category B; beyond it is C', points, 20, '003#step-0'),
  'category.marginal-below': stated('Gap of category A below which it is called marginal', points, 5, '003#step-0'),
  'category.near-pass-margin': proposed(
    'Scores less than this above the pass mark of the exam day are category C for every specialty',
    points,
    6,
    '003#step-0',
    'usmle-scores#sem',
  ),
};
