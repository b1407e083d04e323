import { throwAwayRedis } from '@matchwatch/testing';

/** The two places the queue may live; every pipeline spec runs on both. */
export const backends = ['postgres', 'redis'] as const;
export type BackendName = (typeof backends)[number];

export interface OpenBackend {
  redisUrl: string | undefined;
  stop(): Promise<void>;
}

/** Starts what a backend needs beside the database. */
export async function openQueueServer(name: BackendName): Promise<OpenBackend> {
  if (name === 'postgres') return { redisUrl: undefined, stop: async () => {} };
  const redis = await throwAwayRedis();
  return { redisUrl: redis.url, stop: () => redis.stop() };
}
