import { type Day, type PolicyChanges, type PolicyEntry, seasonEndsOn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { createPolicyDraft, createShadowRun, type DataSource, type Person, recordShadow } from '@matchwatch/store';
import { followRun } from '../connect/follow-run.js';
import { CommandFailed } from '../exit-code.js';
import { rulesDigest } from '../rules-in-force.js';

const decided = 'school#Advising committee, minutes';
const reason =
  'Our graduates who matched had four months of US clinical experience; two COMLEX results are no trend yet; two areas to keep an eye on are enough for a check-in.';

/** What the draft says from a day on; what held before stays. */
const revised = (key: keyof typeof defaultPolicy.values, from: Day, value: unknown): PolicyChanges => {
  const before: Readonly<Record<Day, PolicyEntry>> = defaultPolicy.values[key]?.values ?? {};
  return { [key]: { ...before, [from]: { value, sources: [decided] } } };
};

interface DemoDraft {
  schoolId: string;
  author: Person;
  seasons: readonly number[];
  on: Day;
}

/** A draft of the policy that was tried on the cohort and waits for a second person; nothing of it is in force. */
export async function draftDemoPolicy(
  database: DataSource,
  doorbell: Doorbell,
  { schoolId, author, seasons, on }: DemoDraft,
): Promise<void> {
  const changes = {
    ...revised('usce.amount.months', on, 4),
    ...revised('exam.declining.comlex-results', on, 3),
    ...revised('risk.stacking.watch-areas', on, 2),
  };
  const actor = { personId: author.id, at: new Date() };
  const content = { version: 'Advising committee', reason, effectiveOn: on, changes, basedOn: null };
  const versionId = await createPolicyDraft(database, schoolId, content, actor);
  if (versionId === undefined) return;
  const runs: number[] = [];
  for (const season of seasons.filter((each) => on < seasonEndsOn(each))) {
    const run = await createShadowRun(database, schoolId, { versionId, season, asOf: on, rulesDigest, requestedBy: author.name });
    if (run) runs.push(run.id);
  }
  await recordShadow(database, schoolId, versionId, actor);
  await doorbell.ringAll(
    'run.open',
    runs.map((runId) => ({ schoolId, runId })),
  );
  for (const id of runs) {
    const run = await followRun(database, schoolId, id);
    if (run.state !== 'compared')
      throw new CommandFailed(`Run ${id} of the demo cohort is ${run.state}: ${run.reason ?? 'no reason given'}`);
  }
}
