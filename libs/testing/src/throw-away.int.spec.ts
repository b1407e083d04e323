import net from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ThrowAwayDatabase, throwAwayPostgres } from './throw-away-postgres.js';
import { type ThrowAwayRedis, throwAwayRedis } from './throw-away-redis.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

describe('a database to throw away', () => {
  let all: ThrowAwayDatabase[];
  beforeAll(async () => {
    all = await Promise.all([throwAwayPostgres(), throwAwayPostgres(), throwAwayPostgres()]);
  });
  afterAll(() => Promise.all(all.map((database) => database.drop())));

  test('has every table and shares none with another', async () => {
    const [one, other] = all as [ThrowAwayDatabase, ThrowAwayDatabase];
    const tables = "select count(*)::int from information_schema.tables where table_name = 'applicant'";
    expect(await query(one.url, tables)).toEqual([1]);
    await query(one.url, 'create table mine (id int)');
    await expect(query(other.url, 'select * from mine')).rejects.toThrow(/does not exist/);
  });
});

describe('a Redis to throw away', () => {
  let redis: ThrowAwayRedis;
  beforeAll(async () => {
    redis = await throwAwayRedis();
  });
  afterAll(() => redis.stop());

  test('answers', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(redis.port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('error', reject);
      socket.once('data', (data) => {
        socket.destroy();
        resolve(String(data));
      });
    });
    expect(answer).toBe('+PONG\r\n');
  });
});
