import type { ApplicantRecord } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherConditions } from '../applicant/applicant-criteria.js';
import {
  appendAudit,
  connect,
  connectAsOwner,
  type DataSource,
  findPersonByEmail,
  listRowSecurityFaults,
  listSchools,
  migrate,
  savePerson,
  saveRecords,
  saveSchool,
  sql,
  sqlWithoutSchool,
} from '../index.js';
import { Parameters } from '../parameters.js';

const mark = { by: 'spec', at: new Date(0), knownOn: '2026-07-01', source: 'demo' } as const;
const record: ApplicantRecord = { externalId: 'A', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' };
const names = (db: DataSource, school: string) =>
  sql<{ school: string }>(db, school, 'select distinct school_id as school from applicant order by 1');

describe('row-level security', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let owner: DataSource;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    // One connection: whatever one statement left behind, the next would find.
    db = await connect({ url: database.url, poolSize: 1 });
    owner = await connectAsOwner({ url: database.url, poolSize: 2 });
    for (const id of ['one', 'two']) {
      await saveSchool(db, { id, name: id, timeZone: 'UTC' });
      await saveRecords(db, id, [record], mark);
      await savePerson(db, id, { email: `dean@${id}.edu`, name: id, role: 'dean', password: 'a long enough one' });
      await appendAudit(db, id, { at: new Date(0).toISOString(), event: 'session.opened' });
    }
  });
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await database.drop();
  });

  it('stands on every table of a school, and the product’s role can do no more than it needs', async () => {
    const [{ tables } = { tables: 0 }] = await sqlWithoutSchool<{ tables: number }>(
      db,
      `select count(*) as tables from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'school_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    expect(tables).toBeGreaterThan(20);
    expect(await listRowSecurityFaults(db)).toEqual([]);
  });

  it('shows each school its own rows, whatever a statement asks for, and none without a school', async () => {
    expect(await names(db, 'one')).toEqual([{ school: 'one' }]);
    expect(await names(db, 'two')).toEqual([{ school: 'two' }]);
    expect(await sql(db, 'one', `select from applicant where school_id = 'two'`)).toEqual([]);
    for (const none of ['', 'nobody', '%', '*']) expect(await names(db, none), none).toEqual([]);
    expect(await sqlWithoutSchool(db, 'select from applicant')).toEqual([]);
    expect(await sqlWithoutSchool(db, 'select from school')).toEqual([]);
    expect(await sqlWithoutSchool(db, 'select from applicant_searched')).toEqual([]);
  });

  it('holds within transactions, and nothing of it is left to whoever has the connection next', async () => {
    await db.transaction(async (transaction) => {
      expect(await sql(transaction, 'one', 'select school_id from person')).toEqual([{ school_id: 'one' }]);
      expect(await sql(transaction, 'two', 'select school_id from person')).toEqual([{ school_id: 'two' }]);
    });
    const left = () => sqlWithoutSchool<{ school: string | null }>(db, `select current_setting('matchwatch.school', true) as school`);
    expect((await left())[0]?.school ?? '').toBe('');
    await expect(sql(db, 'one', 'select 1 / 0')).rejects.toThrow('division by zero');
    expect((await left())[0]?.school ?? '').toBe('');
    await expect(
      db.transaction(async (transaction) => {
        await sql(transaction, 'one', 'select 1');
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect((await left())[0]?.school ?? '').toBe('');
    expect(await sqlWithoutSchool(db, 'select from applicant')).toEqual([]);
  });

  it('lets no row be written for, moved to or taken from another school', async () => {
    const refused = 'row-level security';
    await expect(sql(db, 'one', `insert into school (school_id, name, time_zone) values ('three', '3', 'UTC')`)).rejects.toThrow(refused);
    await expect(sql(db, 'one', `update person set school_id = 'two'`)).rejects.toThrow(refused);
    await expect(sqlWithoutSchool(db, `insert into school (school_id, name, time_zone) values ('three', '3', 'UTC')`)).rejects.toThrow(
      refused,
    );
    await expect(saveRecords(db, 'nowhere', [record], mark)).rejects.toThrow('applicant_school_fk');
    expect(await sql(db, 'one', `update applicant_summary set advisor = 'x' where school_id = 'two' returning 1`)).toEqual([]);
    expect(await sql(db, 'one', `delete from person where school_id = 'two' returning 1`)).toEqual([]);
    await expect(savePerson(db, 'one', { email: 'dean@two.edu', name: 'x', role: 'dean' })).rejects.toThrow('of another school');
  });

  it('is kept by the role itself: it comes back to its connection, owns nothing and changes no table', async () => {
    await db.query('reset role');
    expect(await db.query('select current_user as role')).toEqual([{ role: 'matchwatch_app' }]);
    await expect(db.query('alter table applicant disable row level security')).rejects.toThrow('must be owner');
    await expect(db.query('drop policy own_school on applicant')).rejects.toThrow('must be owner');
    await expect(db.query('truncate applicant')).rejects.toThrow('permission denied');
    await expect(db.query('create table public.stray (school_id text)')).rejects.toThrow('permission denied');
    await expect(db.query(`update schema_migration set name = 'x'`)).rejects.toThrow('permission denied');
  });

  it('lets the audit be read and added to by its own function, in its own school, and nothing else', async () => {
    for (const statement of [
      `update audit_line set person_id = 1`,
      'delete from audit_line',
      `insert into audit_line (school_id, seq, at, event, line, previous_hash, hash) values ('one', 9, now(), 'x', '{}', '', '')`,
      `update audit_head set seq = 1`,
      'delete from audit_head',
      `insert into audit_head (school_id, seq, hash) values ('one', 9, '')`,
      'update applicant_history set version = 9',
      'delete from applicant_history',
      'delete from policy_event',
    ])
      await expect(sql(db, 'one', statement), statement).rejects.toThrow('permission denied');
    await expect(sql(db, 'one', `select append_audit('two', '{}')`)).rejects.toThrow('is not open here');
    await expect(sqlWithoutSchool(db, `select append_audit('two', '{}')`)).rejects.toThrow('is not open here');
    expect(await sql(db, 'two', 'select seq from audit_line')).toEqual([{ seq: 1 }]);
  });

  it('leaves the two narrow ways to what must be known before a school is', async () => {
    expect((await listSchools(db)).map(({ id }) => id)).toEqual(['one', 'two']);
    expect(await findPersonByEmail(db, 'Dean@two.edu')).toMatchObject({ schoolId: 'two' });
    expect(await findPersonByEmail(db, 'dean@three.edu')).toBeUndefined();
  });

  it('leaves a search its index, which a leaky condition would lose behind a policy', async () => {
    const p = new Parameters();
    const where = otherConditions('one', { season: 2027, q: 'osei ada' }, p).join(' and ');
    await owner.transaction(async (transaction) => {
      await transaction.query(`set local session_replication_role = 'replica'`);
      await transaction.query(
        `insert into applicant_search select 'one', n, md5(n::text) from generate_series(1000, 9000) as n on conflict do nothing`,
      );
    });
    await owner.query('vacuum analyze applicant_search');
    const plan = await sql(db, 'one', `explain (costs off) select count(*) from applicant_summary s where ${where}`, p.values);
    expect(JSON.stringify(plan)).toContain('Bitmap Index Scan on applicant_search_text_ix');
  });

  it('is missed by name where a table lacks it, and put back by the next start', async () => {
    const broken: [statement: string, what: string, why: RegExp][] = [
      ['create table stray (school_id text not null, id integer, constraint stray_pk primary key (id, school_id))', 'stray', /is off/],
      ['create table loose (id integer primary key)', 'loose', /has no school_id/],
      ['alter table flag disable row level security', 'flag', /is off/],
      ['alter table flag_event no force row level security', 'flag_event', /not forced/],
      ['drop policy own_school on run', 'run', /no policy/],
      ['create policy open on person using (true)', 'person', /policy open/],
      ['grant update on audit_line to matchwatch_app', 'audit_line', /may update/],
      ['grant truncate on applicant to matchwatch_app', 'applicant', /may truncate/],
      ['create view everybody as select * from person', 'everybody', /every school/],
    ];
    for (const [statement] of broken) await owner.query(statement);
    const faults = await listRowSecurityFaults(db);
    for (const [statement, what, why] of broken)
      expect(
        faults.filter((fault) => fault.what === what).map((fault) => fault.why),
        statement,
      ).toEqual(expect.arrayContaining([expect.stringMatching(why)]));
    expect(faults).toContainEqual({ what: 'stray', why: 'key stray_pk does not begin with school_id' });
    for (const leftover of ['drop policy open on person', 'drop view everybody', 'drop table loose', 'drop table stray'])
      await owner.query(leftover);
    expect(await migrate(database.url)).toEqual([]);
    expect(await listRowSecurityFaults(db)).toEqual([]);
  });
});

describe('an owner who is no superuser', () => {
  let database: ThrowAwayDatabase;
  let superuser: DataSource;
  let url: string;
  const login = `owner_${process.pid}`;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    superuser = await connectAsOwner({ url: database.url, poolSize: 1 });
    await superuser.query(`create role ${login} login password 'owner' createrole`);
    const whole = new URL(database.url);
    await superuser.query(`create database ${login} owner ${login}`);
    whole.pathname = `/${login}`;
    const extension = await connectAsOwner({ url: whole.href, poolSize: 1 });
    await extension.query('create extension pg_trgm');
    await extension.destroy();
    whole.username = login;
    whole.password = 'owner';
    url = whole.href;
  });
  afterAll(async () => {
    await superuser.query(`drop database ${login} with (force)`);
    await superuser.query(`drop role ${login}`);
    await superuser.destroy();
    await database.drop();
  });

  it('is told what an administrator has to do while it may not let anybody work as the role', async () => {
    await expect(connect({ url })).rejects.toThrow(/create role matchwatch_app nologin; grant matchwatch_app to/);
    await expect(migrate(url)).rejects.toThrow(/create role matchwatch_app nologin; grant matchwatch_app to/);
    await superuser.query(`grant matchwatch_app to ${login}`);
  });

  it('brings the schema up to date, is bound by it too, and the product works all the same', async () => {
    expect((await migrate(url)).length).toBeGreaterThan(15);
    const [db, owner] = await Promise.all([connect({ url, poolSize: 1 }), connectAsOwner({ url, poolSize: 1 })]);
    try {
      expect(await listRowSecurityFaults(db)).toEqual([]);
      for (const id of ['one', 'two']) {
        await saveSchool(db, { id, name: id, timeZone: 'UTC' });
        await saveRecords(db, id, [record], mark);
        await savePerson(db, id, { email: `dean@${id}.edu`, name: id, role: 'dean' });
        await appendAudit(db, id, { at: new Date(0).toISOString(), event: 'session.opened' });
      }
      expect(await owner.query('select from applicant')).toEqual([]);
      expect((await listSchools(db)).map(({ id }) => id)).toEqual(['one', 'two']);
      expect(await findPersonByEmail(db, 'dean@two.edu')).toMatchObject({ schoolId: 'two' });
      expect(await sql(db, 'two', `select school_id from applicant_searched where search_text like '%osei%'`)).toEqual([
        { school_id: 'two' },
      ]);
      expect(await sql(db, 'two', 'select school_id from audit_line')).toEqual([{ school_id: 'two' }]);
    } finally {
      await Promise.all([db.destroy(), owner.destroy()]);
    }
  });
});
