import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { importFiles } from '@matchwatch/contracts';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import { demoCohort } from '@matchwatch/demo';
import { type ApplicantRecord, addDays, type Day } from '@matchwatch/domain';
import { applyImport, previewImport } from '@matchwatch/intake';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import {
  connectAsOwner,
  createPolicyDraft,
  createRun,
  savePerson,
  saveSchool,
  sqlWithoutSchool,
  stepPolicyVersion,
} from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorker, type WorkerProcess } from './worker-process.js';

const schoolId = 'demo';
const today: Day = '2026-11-21';
const weeks = 3;
/** From the middle of these weeks on, the school has a policy of its own. */
const policyWeek = 2;
const cohort = demoCohort({ asOf: today, seed: 1 });

let database: ThrowAwayDatabase;
let pool: Awaited<ReturnType<typeof connectAsOwner>>;
let doorbell: Doorbell;
let worker: WorkerProcess;
beforeAll(async () => {
  database = await throwAwayPostgres();
  pool = await connectAsOwner({ url: database.url });
  doorbell = openDoorbell({ databaseUrl: database.url });
  worker = await startWorker({ DATABASE_URL: database.url });
  await saveSchool(pool, { id: schoolId, name: 'Demo', timeZone: 'UTC' });
});
afterAll(async () => {
  await worker?.stop();
  await doorbell?.close();
  await pool.destroy();
  await database.drop();
});

/** A run of every season, as of a day that has been imported. */
async function reassess(asOf: Day): Promise<void> {
  const runs = await Promise.all(
    cohort.seasons.map((season) =>
      createRun(pool, schoolId, { season, kind: 'weekly', slot: asOf, asOf, policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' }),
    ),
  );
  await doorbell.ringAll(
    'run.open',
    runs.map(({ id }) => ({ schoolId, runId: id })),
  );
  await expect
    .poll(() => sqlWithoutSchool(pool, `select state from run where as_of = $1 and kind = 'weekly' and state <> 'published'`, [asOf]), {
      timeout: 60_000,
    })
    .toEqual([]);
}

/** A version of the school's policy, published by somebody else than its author. */
async function changePolicy(version: string, effectiveOn: Day, key: string, value: unknown): Promise<void> {
  const [author, publisher] = await Promise.all(
    ['author', 'publisher'].map((name) =>
      savePerson(pool, schoolId, { email: `${name}@example.edu`, name, role: 'dean', password: name.repeat(3) }),
    ),
  );
  const changes = { [key]: { '2010-01-01': { value, sources: ['school#Committee'] } } };
  const at = new Date();
  await pool.transaction(async (db) => {
    const draft = { version, reason: 'A wider margin', effectiveOn, changes, basedOn: null };
    const id = await createPolicyDraft(db, schoolId, draft, { personId: Number(author?.id), at });
    await stepPolicyVersion(db, schoolId, Number(id), 'publish', { personId: Number(publisher?.id), at });
  });
}

const bin = fileURLToPath(new URL('../../apps/cli/bin/matchwatch.mjs', import.meta.url));
const doctor = () => {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'doctor', '--answers'], { encoding: 'utf8', env });
  return { status, stdout, stderr };
};

async function* piece(text: string): AsyncGenerator<string> {
  yield text;
}

describe('the demo cohort exported every week', () => {
  it('is imported without a refusal or a held week, and ends as the cohort is known on the last day', { timeout: 300_000 }, async () => {
    for (let week = weeks; week >= 0; week--) {
      const knownOn = addDays(today, -7 * week);
      const csv = writeCsvFiles(cohort.recordsOn(knownOn));
      const files = importFiles.flatMap((file) => {
        const text = csv[file];
        return text === undefined ? [] : [{ name: `${file}.csv`, stream: piece(text) }];
      });
      const preview = await previewImport(pool, { schoolId, by: 'registrar@example.edu', knownOn, files });
      expect(preview).toMatchObject({ state: 'previewed', heldBecause: null, counts: { refused: 0 } });
      if (week < weeks) expect(preview.counts.changed).toBeGreaterThan(30);
      const outcome = await applyImport(pool, {
        schoolId,
        id: preview.id,
        by: 'registrar@example.edu',
        at: new Date(`${knownOn}T06:00:00Z`),
      });
      expect(outcome.outcome).toBe('done');
      if (week === policyWeek) await changePolicy('demo-1', knownOn, 'category.near-pass-margin', 12);
      await reassess(knownOn);
    }
    const rows = await sqlWithoutSchool<{ document: ApplicantRecord }>(pool, 'select document from applicant');
    const byId = (records: readonly ApplicantRecord[]) => records.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
    expect(byId(rows.map(({ document }) => document))).toEqual(byId(cohort.recordsOn(today)));
  });

  it('was assessed every week in a way that can be done again, bit for bit', async () => {
    const versions = await sqlWithoutSchool<{ version: string; answers: number }>(
      pool,
      'select policy_version as version, count(*) as answers from run join run_answer a on a.run_id = run.id group by policy_version order by 1',
    );
    expect(versions.map(({ version }) => version)).toEqual(['articles-2026.1', 'demo-1']);
    const answers = versions.reduce((sum, each) => sum + each.answers, 0);
    expect(answers).toBeGreaterThan(1000);
    const { status, stdout, stderr } = doctor();
    expect(stdout, stderr).toContain(`Demo: ${answers} stored answers computed again, each the same`);
    expect(stdout).toContain('Demo: policy demo-1 can be read');
    expect(status).toBe(0);
  });

  it('would betray a policy that a later program no longer allows', async () => {
    await changePolicy('demo-2', today, 'category.near-pass-margin', 'wide');
    expect(doctor()).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /BAD +Demo: policy demo-2 is not what this program allows: category\.near-pass-margin\.2010-01-01\.value /,
      ),
    });
  });

  it('would betray an answer that something else has gone into', async () => {
    await sqlWithoutSchool(
      pool,
      `update run_answer set digest = 'another' where (run_id, applicant_id) in (select run_id, applicant_id from run_answer order by 1, 2 limit 1)`,
    );
    expect(doctor()).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/BAD +Demo: 1 of \d+ stored answers come out otherwise \(run \d+, applicant \d+\)/),
    });
  });
});
