import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './running-product.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration runs that all journeys share; each changes nothing that another counts on. */
    demoAddress: string;
    /** The folder of its data. */
    demoDataDir: string;
  }
}

/** One product with the demo cohort for all journeys: living through its weeks takes longer than most of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'matchwatch-demo-'));
  // The user that PostgreSQL runs as must be able to pass through.
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, 'data');
  // Three browsers and many people ask from one address; the limit itself has tests of its own.
  const product = await startProduct(dataDir, [], { REQUESTS_PER_MINUTE: '100000', SIGN_IN_ATTEMPTS: '1000' });
  project.provide('demoAddress', product.address);
  project.provide('demoDataDir', dataDir);
  return async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
