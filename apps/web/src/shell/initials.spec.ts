import { describe, expect, it } from 'vitest';
import { initials } from './initials.js';

describe('initials', () => {
  it.each([
    ['Dr. Elena Rivera', 'ER'],
    ['Élodie', 'É'],
    ['Ana María de la Cruz', 'AC'],
    ['', ''],
  ])('of %j are %j', (name, letters) => expect(initials(name)).toBe(letters));
});
