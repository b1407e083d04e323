import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RetryingPool } from './retrying-pool.js';

describe('the pool of the queue', () => {
  let db: ThrowAwayDatabase;
  let pool: RetryingPool;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    pool = new RetryingPool({ connectionString: db.url, max: 2 });
  });
  afterAll(async () => {
    await pool.end();
    await db.drop();
  });

  it('keeps somebody who asks again at each failure from asking without end', async () => {
    let failures = 0;
    for (const until = performance.now() + 1_200; performance.now() < until; ) await pool.query('select 1 / 0').catch(() => failures++);
    expect(failures).toBeGreaterThan(0);
    expect(failures).toBeLessThanOrEqual(3);
  });

  it('answers at once what does not fail', async () => {
    const { rows } = await pool.query<{ one: number }>('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});
