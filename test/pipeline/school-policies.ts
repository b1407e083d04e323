import type { Day, PolicyChanges } from '@matchwatch/domain';
import { createPolicyDraft, createShadowRun, editPolicyDraft, savePerson, stepPolicyVersion } from '@matchwatch/store';
import { asOf, type CohortUnderTest, schoolId, season } from './cohort-under-test.js';

/** What is done with the policies of a school. */
export interface SchoolPolicies {
  draft(changes: PolicyChanges, effectiveOn?: Day): Promise<number>;
  edit(id: number, changes: PolicyChanges): Promise<void>;
  step(id: number, step: 'publish' | 'withdraw'): Promise<void>;
  publish(changes: PolicyChanges, effectiveOn: Day): Promise<{ id: number; version: string }>;
  /** Writes the row of a shadow run, without ringing for it. */
  ask(versionId: number): Promise<number>;
  try(versionId: number): Promise<number>;
}

/** What the API does with policies, by a writer and a publisher. */
export async function policiesOf({ database, doorbell }: Pick<CohortUnderTest, 'database' | 'doorbell'>): Promise<SchoolPolicies> {
  const at = new Date();
  const person = (email: string) => savePerson(database, schoolId, { email, name: email, role: 'dean' });
  const [writer, publisher] = [await person('writer@example.edu'), await person('publisher@example.edu')];
  let names = 0;
  const policies: SchoolPolicies = {
    async draft(changes, effectiveOn = '2026-01-01') {
      const content = { version: `spec ${++names}`, reason: 'Spec', effectiveOn, changes, basedOn: null };
      const id = await createPolicyDraft(database, schoolId, content, { personId: writer.id, at });
      if (id === undefined) throw new Error('the name is new');
      return id;
    },
    async edit(id, changes) {
      const content = { version: `spec ${id} edited`, reason: 'Spec', effectiveOn: '2026-01-01' as const, changes };
      const saved = await database.transaction((db) => editPolicyDraft(db, schoolId, id, 1, content, { personId: writer.id, at }));
      if (saved.outcome !== 'saved') throw new Error(`The draft is ${saved.outcome}`);
    },
    async step(id, step) {
      const done = await database.transaction((db) => stepPolicyVersion(db, schoolId, id, step, { personId: publisher.id, at }));
      if (done.outcome !== 'done') throw new Error(`The version is ${done.outcome}`);
    },
    async publish(changes, effectiveOn) {
      const id = await policies.draft(changes, effectiveOn);
      await policies.step(id, 'publish');
      return { id, version: `spec ${names}` };
    },
    async ask(versionId) {
      const run = await createShadowRun(database, schoolId, { versionId, season, asOf, rulesDigest: '-', requestedBy: 'spec' });
      if (!run) throw new Error('the version is a draft');
      return run.id;
    },
    async try(versionId) {
      const runId = await policies.ask(versionId);
      await doorbell.ring('run.open', { schoolId, runId });
      return runId;
    },
  };
  return policies;
}
