import { expect, it } from 'vitest';
import { sizeText } from './size-text.js';

it('says sizes in the unit that is read at a glance', () => {
  expect([0, 999, 1000, 6_822_251, 113_170_432, 999_600_000, 52_000_000_000].map(sizeText)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '6.8 MB',
    '113 MB',
    '1.0 GB',
    '52.0 GB',
  ]);
});
