import { type ApplicantRecord, fullView } from '@matchwatch/domain';
import { connect, connectAsOwner, type DataSource, listApplicants, saveRecords, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutFirstWall } from './first-wall.js';
import { strangers } from './strangers.js';

const record: ApplicantRecord = { externalId: 'A', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' };

describe('specs that run with the first wall taken out', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let owner: DataSource;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 2 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    await saveSchool(db, { id: 'one', name: 'One', timeZone: 'UTC' });
    await saveRecords(db, 'one', [record], { by: 'spec', at: new Date(0), knownOn: '2026-07-01', source: 'demo' });
  });
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await database.drop();
  });

  const listed = async () => (await listApplicants(db, 'one', fullView, {}, { sort: ['name', 'ASC'], range: [0, 9] }, '2026-08-01')).total;

  it('send no condition on the school that could hold anything back', () => {
    expect(withoutFirstWall('select 1 from a where a.school_id = $1 and b.school_id = a.school_id and school_id = $12')).toBe(
      'select 1 from a where (a.school_id = $1 or true) and b.school_id = a.school_id and (school_id = $12 or true)',
    );
  });

  it('have a stranger beside everybody, with the same id', async () => {
    for (const table of ['applicant', 'applicant_summary', 'applicant_search', 'school']) {
      const rows = await sqlWithoutSchool(owner, `select school_id as school from ${table} order by 1`);
      expect(rows, table).toEqual([{ school: 'one' }, { school: strangers }]);
    }
  });

  it('pass by row-level security alone: where it is off, they see the stranger', async () => {
    expect(await listed()).toBe(1);
    await owner.query('alter table applicant_summary disable row level security');
    expect(await listed()).toBe(2);
    await owner.query('alter table applicant_summary enable row level security');
    expect(await listed()).toBe(1);
  });
});
