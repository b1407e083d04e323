import { expect, it } from 'vitest';
import { measureText, standingText } from './standing.js';

it.each([
  [1250, '1,250'],
  [true, 'done'],
  [false, 'not done'],
  [null, 'nothing'],
  ['', 'nothing'],
  ['2026-12-04', '4 December 2026'],
  ['internal-medicine, pediatrics', 'Internal Medicine, Pediatrics'],
  ['single-area', 'single area'],
])('%j reads “%s”', (measure, text) => expect(measureText(measure)).toBe(text));

it('says what was agreed and where the record stands', () =>
  expect(standingText('list.programs', 60, 42, '2026-12-01')).toBe('Program list: 60 agreed by 1 December 2026, 42 now'));
