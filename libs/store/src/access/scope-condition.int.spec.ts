import {
  type ApplicantPlace,
  type ApplicantRecord,
  applicantActions,
  isWithin,
  type Link,
  type Relation,
  relationKinds,
  roles,
  scopeOf,
} from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type DataSource, saveRecords, saveSchool, scopeCondition, sql } from '../index.js';
import { Parameters } from '../parameters.js';
import { applicantInScope, isInScopeSql } from './scope-condition.js';

describe('a scope in SQL', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let places: ApplicantPlace[];
  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 2 });
    await saveSchool(db, { id: 'one', name: 'One', timeZone: 'UTC' });
    const records = Array.from({ length: 12 }, (_, i): ApplicantRecord => {
      const advisor = [undefined, 'A@example.edu', 'b@example.edu'][i % 3];
      return {
        externalId: `S-${i}`,
        name: { given: 'G', family: `F${i}` },
        season: 2027 + (i % 2),
        applicantType: 'us-md',
        ...(advisor && { advisor }),
      };
    });
    await saveRecords(db, 'one', records, { by: 'Seed', at: new Date(0), knownOn: '2026-07-01', source: 'demo' });
    places = await sql<ApplicantPlace>(
      db,
      'one',
      'select applicant_id as "applicantId", advisor, season from applicant_summary order by 1',
    );
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('is the scope as the authoriser means it, for every role, action and mix of relations', async () => {
    const [first, second] = places as [ApplicantPlace, ApplicantPlace];
    const targets = [
      { kind: 'applicant', applicantId: first.applicantId },
      { kind: 'applicant', applicantId: second.applicantId },
      { kind: 'caseload', advisor: 'a@example.edu' },
      { kind: 'season', season: 2028 },
    ] as const;
    const relations: Relation[] = [...relationKinds, 'break-glass'];
    const links: Link[] = relations.flatMap((relation) => targets.map((target) => ({ relation, target })));
    const mixes = [
      links,
      [],
      ...[2, 3, 5, 7, 11].flatMap((step) => [0, 1].map((start) => links.filter((_, at) => (at + start) % step === 0))),
    ];
    let compared = 0;
    for (const role of roles) {
      for (const action of applicantActions) {
        for (const mix of mixes) {
          const scope = scopeOf({ role }, action, mix);
          const p = new Parameters();
          const found = await sql<{ id: number }>(
            db,
            'one',
            `select s.applicant_id as id from applicant_summary s where s.school_id = ${p.add('one')} and ${scopeCondition(scope, p)} order by 1`,
            p.values,
          );
          const meant = places.filter((place) => isWithin(scope, place)).map(({ applicantId }) => applicantId);
          if (found.map(({ id }) => id).join() !== meant.join()) expect.fail(`${role} ${action} ${JSON.stringify(mix)}`);
          const q = new Parameters();
          const school = q.add('one');
          const byId = await sql<{ id: number; within: boolean }>(
            db,
            'one',
            `select s.applicant_id as id, ${isInScopeSql(scope, q)} as within from applicant_summary s
             where s.school_id = ${school} and ${applicantInScope(scope, 's.applicant_id', school, q)} order by 1`,
            q.values,
          );
          if (byId.map(({ id, within }) => (within === true ? id : `not ${id}`)).join() !== meant.join())
            expect.fail(`${role} ${action} by id`);
          compared++;
        }
      }
    }
    expect(compared).toBe(roles.length * applicantActions.length * mixes.length);
  });
});
