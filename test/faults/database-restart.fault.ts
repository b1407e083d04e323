import { beforeAll, describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { connectionsBroken, databaseRestarted } from './database-faults.js';
import { type Outcome, undisturbed } from './fault-kit.js';
import { keepFigure } from './figures.js';

const fault = 'database-restart';

describe.each(backends)('the database goes in the middle of a run on the %s queue', (backend) => {
  let expected: Outcome;
  beforeAll(async () => {
    expected = (await undisturbed(backend)).outcome;
  });

  it.each([1, 2, 3])('%d: stopped at once and started again, the run goes on by itself within thirty seconds', async () => {
    const figures = await databaseRestarted(backend, expected);
    keepFigure({ fault, kind: `${backend} queue, stopped`, ...figures });
    expect(figures.finishedMs).toBeLessThan(30_000);
  });

  it.each([1, 2, 3])('%d: every connection broken, the run goes on by itself within thirty seconds', async () => {
    const figures = await connectionsBroken(backend, expected);
    keepFigure({ fault, kind: `${backend} queue, connections`, ...figures });
    expect(figures.finishedMs).toBeLessThan(30_000);
  });
});
