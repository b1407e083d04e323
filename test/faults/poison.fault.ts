import type { ApplicantRecord } from '@matchwatch/domain';
import { sqlWithoutSchool } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { cohortOf, outcomeOf } from '../pipeline/cohort-under-test.js';
import { expectOracle, type Outcome, onStage, undisturbed } from './fault-kit.js';
import { keepFigure } from './figures.js';

const records = cohortOf(300);
const [poisoned] = records.slice(150) as [ApplicantRecord];

/** What stands in the place of a record, as SQL on its text: written behind the product's back, which would refuse it. */
const poisons = [
  { name: 'throws', sql: `jsonb_set(document::jsonb, '{exams}', '[null]')::json`, isAssessed: false },
  { name: 'is of another shape', sql: `'[]'::json`, isAssessed: false },
  {
    name: 'is huge',
    sql: `jsonb_set(document::jsonb, '{name,family}', to_jsonb(repeat('x', 20000000)))::json`,
    isAssessed: true,
  },
  {
    name: 'has half a character',
    sql: String.raw`replace(document::text, '"externalId"', '"email":"\ud800\u0000","externalId"')::json`,
    isAssessed: true,
  },
];

/** Everything but of the one. */
const others = ({ standing, events, flags }: Outcome) => {
  const isOther = (row: unknown) => (row as { external_id: string }).external_id !== poisoned.externalId;
  return { standing: standing.filter(isOther), events: events.filter(isOther), flags: flags.filter(isOther) };
};

describe.each(backends)('a record on the %s queue that', (backend) => {
  it.each(poisons)('$name is told of by itself, and the others are done', async ({ name, sql, isAssessed }) => {
    const options = { records };
    const { outcome: expected } = await undisturbed(backend, options);
    await onStage(
      backend,
      async (stage) => {
        const { cohort } = stage;
        const [{ document } = { document: '' }] = await sqlWithoutSchool<{ document: string }>(
          cohort.database,
          'select document::text as document from applicant where external_id = $1',
          [poisoned.externalId],
        );
        await sqlWithoutSchool(cohort.database, `update applicant set document = ${sql} where external_id = $1`, [poisoned.externalId]);
        await stage.worker();
        const run = await cohort.until(await cohort.start(), 'published', 'failed');
        const failed = isAssessed ? 0 : 1;
        expect(run).toMatchObject({ state: 'published', outcome: failed ? 'partial' : 'complete', assessed: 300 - failed, failed });
        const problems = await sqlWithoutSchool(
          cohort.database,
          'select a.external_id from run_problem p join applicant a on a.school_id = p.school_id and a.id = p.applicant_id',
        );
        expect(problems).toEqual(failed ? [{ external_id: poisoned.externalId }] : []);
        expect(others(await outcomeOf(cohort.database))).toEqual(others(expected));
        // The lists tell what the record says; it was changed without them.
        await sqlWithoutSchool(cohort.database, 'update applicant set document = $2::json where external_id = $1', [
          poisoned.externalId,
          document,
        ]);
        await expectOracle(cohort.database);
        keepFigure({ fault: 'poison', kind: name });
      },
      options,
    );
  });
});
