import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appendAudit,
  appendLook,
  auditHash,
  connect,
  connectAsOwner,
  type DataSource,
  findAuditHead,
  listAudit,
  saveSchool,
  streamAudit,
  verifyAudit,
} from '../index.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 17, minute)).toISOString();

describe('the audit', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let owner: DataSource;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 8 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    for (const id of ['one', 'two', 'many', 'forged', 'cut']) await saveSchool(db, { id, name: id, timeZone: 'UTC' });
  });
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await database.drop();
  });

  it('chains each school’s lines by their hashes, so that anybody can compute them again', async () => {
    expect(await verifyAudit(db, 'one')).toEqual({ head: { seq: 0, hash: '' }, broken: undefined });
    await appendAudit(db, 'one', { at: at(1), event: 'session.opened', personId: 4 });
    await appendAudit(db, 'two', { at: at(2), event: 'session.opened', personId: 5 });
    await appendAudit(db, 'one', { at: at(3), event: 'record.changed', personId: 4, applicantId: 9, reason: 'Für 中文 “x”\n' });
    let hash = '';
    const links: string[] = [];
    for await (const link of streamAudit(db, 'one')) {
      hash = auditHash(hash, link.seq, link.text);
      expect(link).toMatchObject({ hash, agrees: true });
      links.push(link.text);
    }
    expect(JSON.parse(links[1] ?? '')).toMatchObject({ reason: 'Für 中文 “x”\n' });
    expect(await verifyAudit(db, 'one')).toEqual({ head: { seq: 2, hash }, broken: undefined });
    expect((await findAuditHead(db, 'two')).seq).toBe(1);
  });

  it('stays one chain however many write at once, and a change that is taken back leaves no line', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      db
        .transaction(async (transaction) => {
          await appendAudit(transaction, 'many', { at: at(1), event: 'applicant.viewed', personId: i, applicantId: 1 });
          if (i % 3 === 0) throw new Error('taken back');
        })
        .catch(() => undefined),
    );
    await Promise.all(lines);
    const { head, broken } = await verifyAudit(db, 'many');
    expect(broken).toBeUndefined();
    expect(head.seq).toBe(40);
  });

  it('counts a page that asks again as one look', async () => {
    const look = (minute: number, personId = 4) =>
      appendLook(db, 'two', { at: at(minute), event: 'applicant.viewed', personId, applicantId: 9 }, 10);
    for (const minute of [10, 11, 19, 21]) await look(minute);
    await look(12, 5);
    const { rows, total } = await listAudit(db, 'two', { applicantId: 9, timeZone: 'UTC' }, [0, 24]);
    expect(total).toBe(3);
    expect(rows.map(({ line }) => [line.at, line.personId])).toEqual([
      [at(12), 5],
      [at(21), 4],
      [at(10), 4],
    ]);
  });

  it('is searched by day in the school’s own time', async () => {
    const late = '2026-11-21T03:30:00.000Z';
    await appendAudit(db, 'one', { at: late, event: 'session.closed', personId: 4 });
    const on = async (from: string, timeZone: string) => (await listAudit(db, 'one', { from, to: from, timeZone }, [0, 9])).total;
    expect(await on('2026-11-20', 'America/New_York')).toBe(3);
    expect(await on('2026-11-20', 'UTC')).toBe(2);
    expect((await listAudit(db, 'one', { event: ['session.closed'], timeZone: 'UTC' }, [0, 9])).rows[0]?.line.at).toBe(late);
  });

  it('refuses to be rewritten, shortened or turned back', async () => {
    for (const statement of [
      `update audit_line set person_id = 1 where school_id = 'one'`,
      `delete from audit_line where school_id = 'one'`,
      'truncate audit_line',
      `delete from audit_head where school_id = 'one'`,
      'truncate audit_head',
      `update audit_head set seq = 1 where school_id = 'one'`,
    ]) {
      await expect(owner.query(statement), statement).rejects.toThrow(/append-only|only moves forward/);
    }
  });

  describe('whose database was forged all the same', () => {
    /** As somebody who owns the tables could. */
    const forge = async (statement: string) => {
      await owner.query('alter table audit_line disable trigger user');
      await owner.query('alter table audit_head disable trigger user');
      await owner.query(statement);
      await owner.query('alter table audit_line enable trigger user');
      await owner.query('alter table audit_head enable trigger user');
    };
    beforeAll(async () => {
      for (const school of ['forged', 'cut'])
        for (let i = 1; i <= 6; i++) await appendAudit(db, school, { at: at(i), event: 'applicant.viewed', personId: i, applicantId: i });
    });

    it('says at which line and what', async () => {
      await forge(
        `update audit_line set line = replace(line::text, '"personId":3', '"personId":8')::json where school_id = 'forged' and seq = 3`,
      );
      expect((await verifyAudit(db, 'forged')).broken).toEqual({ seq: 3, why: 'its text or its place was changed' });
      await forge(
        `update audit_line set line = replace(line::text, '"personId":8', '"personId":3')::json where school_id = 'forged' and seq = 3`,
      );
      expect((await verifyAudit(db, 'forged')).broken).toBeUndefined();
      await forge(`update audit_line set applicant_id = 77 where school_id = 'forged' and seq = 5`);
      expect((await verifyAudit(db, 'forged')).broken).toEqual({ seq: 5, why: 'what it is searched by was changed' });
      await forge(`delete from audit_line where school_id = 'forged' and seq = 2`);
      expect((await verifyAudit(db, 'forged')).broken).toEqual({ seq: 3, why: 'line 2 is missing' });
    });

    it('notices a cut end, and with an end noted outside also one that was cut with its head', async () => {
      const noted = await findAuditHead(db, 'cut');
      await forge(`delete from audit_line where school_id = 'cut' and seq > 4`);
      expect((await verifyAudit(db, 'cut')).broken).toEqual({ seq: 5, why: 'lines are missing at the end' });
      await forge(
        `update audit_head h set seq = 4, hash = a.hash from audit_line a where h.school_id = 'cut' and a.school_id = 'cut' and a.seq = 4`,
      );
      expect((await verifyAudit(db, 'cut')).broken).toBeUndefined();
      expect((await verifyAudit(db, 'cut', [noted])).broken).toEqual({ seq: 5, why: 'lines are missing at the end' });
    });
  });
});
