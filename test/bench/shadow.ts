import { syntheticRecords } from '@matchwatch/demo';
import { createPolicyDraft, createShadowRun, savePerson, saveRecords, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
import { asOf, type BenchSchool, runOnce, season, untilDone } from './school.js';

const schoolId = 'trial';
export const shadowApplicants = 10_000;

/** What a school changes that most feel: from when a score is category A. */
const changes = { 'category.A.gap-up-to': { '2010-01-01': { value: 3, sources: ['default'] } } };

/** A school of ten thousand that has had its first run, and a draft of a policy to try on it. Returns how many applicants it would move. */
export async function prepareShadow(school: BenchSchool): Promise<() => Promise<number>> {
  const { database, doorbell } = school;
  await saveSchool(database, { id: schoolId, name: 'Trial', timeZone: 'UTC' });
  const records = [...syntheticRecords({ count: shadowApplicants, seed: 17, season, asOf })];
  await saveRecords(database, schoolId, records, { by: 'bench', at: new Date(), knownOn: asOf, source: 'import' });
  await sqlWithoutSchool(database, 'analyze applicant, applicant_summary');
  await runOnce(school, schoolId);
  const { id: personId } = await savePerson(database, schoolId, {
    email: 'trial@bench.example.edu',
    name: 'Trial',
    role: 'dean',
    password: 'a password for the bench',
  });
  const versionId = await createPolicyDraft(
    database,
    schoolId,
    { version: 'bench', reason: 'bench', effectiveOn: asOf, changes, basedOn: null },
    { personId, at: new Date() },
  );
  if (versionId === undefined) throw new Error('The draft was not written');
  return async () => {
    const run = await createShadowRun(database, schoolId, { versionId, season, asOf, rulesDigest: '-', requestedBy: 'bench' });
    if (run === undefined) throw new Error('The draft cannot be tried');
    await doorbell.ring('run.open', { schoolId, runId: run.id });
    await untilDone(database, schoolId, run.id);
    const [moved] = await sqlWithoutSchool<{ count: number }>(
      database,
      'select count(*) from shadow_change where school_id = $1 and run_id = $2',
      [schoolId, run.id],
    );
    if (!moved?.count) throw new Error('The draft moved nobody; the figure would mean nothing');
    return moved.count;
  };
}
