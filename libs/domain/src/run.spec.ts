import { describe, expect, it } from 'vitest';
import { heldBy } from './run.js';

describe('guard rails', () => {
  const rails = { populationDrop: 0.1, unknownRise: 0.1 };
  const before = { id: 7, population: 1_000, unanswered: 50 };
  const rail = (population: number, unanswered: number) => heldBy({ population, unanswered }, before, rails).map((held) => held.rail);

  it.each([
    ['a drop of a tenth', 900, 45, []],
    ['a drop of more than a tenth', 899, 45, ['populationDrop']],
    ['a cohort that is gone', 0, 0, ['populationDrop']],
    ['more applicants', 1_500, 75, []],
    ['a rise of unknowns by a tenth', 1_000, 150, []],
    ['a rise of unknowns by more', 1_000, 151, ['unknownRise']],
    ['fewer unknowns', 1_000, 0, []],
    ['both', 800, 400, ['populationDrop', 'unknownRise']],
  ])('%s', (_, population, unanswered, expected) => expect(rail(population, unanswered)).toEqual(expected));

  it('name the numbers on both sides', () => {
    expect(heldBy({ population: 500, unanswered: 20 }, before, rails)).toEqual([
      {
        rail: 'populationDrop',
        limit: 0.1,
        sinceRunId: 7,
        before: { population: 1_000, unanswered: 50 },
        now: { population: 500, unanswered: 20 },
      },
    ]);
  });
});
