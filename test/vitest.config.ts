import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.js';

const root = fileURLToPath(new URL('..', import.meta.url));
// Vitest hands these to node as well, where 'import' or 'module' would break require() in packages of both kinds.
const conditions = ['@matchwatch/source', 'node'];
const shared = { root, resolve: { conditions }, ssr: { resolve: { conditions } } };
// A test that asserts nothing fails.
const expect = { requireAssertions: true };
const globalSetup = ['test/global-setup.ts'];
// Milliseconds on a quiet machine; a busy one shall not make a test of them red.
const slow = 30_000;
// The modules of the product are loaded once by each worker and not once by each file; they keep nothing between two tests.
const oneLoad = { isolate: false };
const never = ['**/node_modules/**', '**/dist/**', '.data/**'];

// What reads and writes as the product does; left out is what asks about the schema, the catalogue or the time before it.
const withoutFirstWall = [
  'libs/store/src/{access,applicant,audit,casework,delivery,person,review,run}/*.int.spec.ts',
  'libs/intake/src/*.int.spec.ts',
  'apps/worker/src/**/*.int.spec.ts',
  'apps/api/src/http/two-schools.int.spec.ts',
  'apps/api/src/{account,applicants,assessments,calendar,casework,challenges,deliveries,evidence,home,imports,packet,people,policy,programs,reports,reviews,runs,schedules,session,sso}/*.int.spec.ts',
];

/** Tiers of tests: `pure` (milliseconds, no I/O), `web` (components in jsdom), `int` (real PostgreSQL, both queue backends), `wall` (of these what a school sees and does, with only row-level security between schools), `e2e` (built product, real browser), and `faults` (everything that may break, again and again; by `npm run test:faults`). */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          expect,
          include: ['{apps,libs}/**/*.spec.ts', 'test/architecture/**/*.spec.ts'],
          exclude: [...never, '**/*.int.spec.ts'],
          testTimeout: slow,
          ...oneLoad,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'web',
          expect,
          environment: './test/one-window.ts',
          setupFiles: ['test/empty-page.ts'],
          ...oneLoad,
          include: ['apps/web/**/*.spec.tsx'],
          exclude: never,
          testTimeout: slow,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'int',
          expect,
          globalSetup,
          include: ['{apps,libs}/**/*.int.spec.ts', 'test/pipeline/**/*.int.spec.ts', 'test/architecture/**/*.int.spec.ts'],
          exclude: never,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...oneLoad,
          // More than there are cores: much of this waits for something to break or to come back.
          maxWorkers: 4,
          // Faults are timed to fall into the middle of something; the report names what needed the second try.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          name: 'wall',
          expect,
          globalSetup: ['test/second-wall/global-setup.ts'],
          setupFiles: ['test/second-wall/take-first-wall-out.ts'],
          include: ['test/second-wall/*.int.spec.ts', ...withoutFirstWall],
          exclude: never,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...oneLoad,
          maxWorkers: 2,
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          expect,
          globalSetup: ['test/e2e/demo-setup.ts'],
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          ...oneLoad,
          // More than there are cores: a page that loads is mostly waited for.
          maxWorkers: 3,
          // A browser and five processes share two cores; the report names what needed the second try.
          retry: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          expect,
          globalSetup,
          include: ['test/faults/*.fault.ts'],
          exclude: never,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
