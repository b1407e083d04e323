import { type ThrowAwayRedis, throwAwayRedis } from '@matchwatch/testing';

/** The two places the queue may live; every pipeline spec runs on both. */
export const backends = ['postgres', 'redis'] as const;
export type BackendName = (typeof backends)[number];

export interface OpenBackend {
  redisUrl: string | undefined;
  /** The server of its own, where the queue lives in one. */
  redis?: ThrowAwayRedis;
  stop(): Promise<void>;
}

/** Starts what a backend needs beside the database. */
export async function openQueueServer(name: BackendName): Promise<OpenBackend> {
  if (name === 'postgres') return { redisUrl: undefined, stop: async () => {} };
  const redis = await throwAwayRedis();
  return { redisUrl: redis.url, redis, stop: () => redis.stop() };
}
