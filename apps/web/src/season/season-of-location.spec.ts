import { describe, expect, it } from 'vitest';
import { seasonOfLocation } from './season-of-location.js';

describe('the season a link names', () => {
  it.each<[string, number | undefined]>([
    ['?season=2027', 2027],
    ['?filter=%7B%22season%22%3A2026%7D', 2026],
    ['?filter=%7B%22q%22%3A%22a%22%7D', undefined],
    ['?filter=%7Bbroken', undefined],
    ['?season=soon', undefined],
    ['', undefined],
  ])('%s is %s', (search, season) => expect(seasonOfLocation(search)).toBe(season));
});
