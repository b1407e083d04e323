import { describe } from 'vitest';
import { lookAtPages } from './every-page.js';

describe('every page, on the demo cohort', () => {
  lookAtPages(0);
});
