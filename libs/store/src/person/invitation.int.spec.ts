import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addInvitedPerson,
  connect,
  type DataSource,
  disablePerson,
  findInvitation,
  findPersonByEmail,
  invite,
  joinPerson,
  listPeople,
  offerSetup,
  saveSchool,
  sql,
  takeInvitation,
  verifyPassword,
} from '../index.js';

const now = new Date('2026-11-20T17:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('an invitation', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 4 });
    await saveSchool(db, { id: 'one', name: 'One', timeZone: 'UTC' });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });
  const invited = async (email: string) => {
    const person = await addInvitedPerson(db, 'one', { email, name: 'New', role: 'advisor' });
    if (!person) throw new Error('taken');
    return person;
  };

  it('lets nobody sign in before it is taken, works once, and only its hash is stored', async () => {
    const person = await invited('New@example.edu');
    const token = await invite(db, 'one', person.id, now, 72);
    expect(await findPersonByEmail(db, 'new@example.edu')).toBeUndefined();
    expect(await findInvitation(db, token, later(71))).toMatchObject({
      kind: 'join',
      email: 'new@example.edu',
      role: 'advisor',
      schoolName: 'One',
    });
    expect(JSON.stringify(await sql(db, 'one', 'select * from invitation'))).not.toContain(token.slice(4));
    const taken = await Promise.all([1, 2, 3].map(() => takeInvitation(db, token, now)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await joinPerson(db, 'one', person.id, 'a long enough one');
    const joined = await findPersonByEmail(db, 'new@example.edu');
    expect(await verifyPassword(joined?.passwordHash, 'a long enough one')).toBe(true);
    expect(await findInvitation(db, token, now)).toBeUndefined();
  });

  it('ends by time, by a newer one and with the person it was for', async () => {
    const person = await invited('two@example.edu');
    const first = await invite(db, 'one', person.id, now, 72);
    expect(await findInvitation(db, first, later(72))).toBeUndefined();
    const second = await invite(db, 'one', person.id, now, 72);
    expect(await findInvitation(db, first, now)).toBeUndefined();
    await disablePerson(db, 'one', person.id);
    expect(await findInvitation(db, second, now)).toBeUndefined();
    expect((await listPeople(db, 'one')).map(({ email, state }) => [email, state])).toContainEqual(['two@example.edu', 'disabled']);
    expect(await addInvitedPerson(db, 'one', { email: 'TWO@example.edu', name: 'Again', role: 'dean' })).toBeUndefined();
  });

  it.each(['', 'one', 'one.', '../x', `other.${'a'.repeat(43)}`, `one.${'a'.repeat(43)}`])('is not found under %j', async (token) => {
    expect(await findInvitation(db, token, now)).toBeUndefined();
  });

  it('to set a school up is there until somebody can sign in', async () => {
    await saveSchool(db, { id: 'fresh', name: 'Fresh', timeZone: 'UTC' });
    const first = await offerSetup(db, 'fresh', now, 24);
    const second = await offerSetup(db, 'fresh', now, 24);
    expect(await findInvitation(db, first ?? '', now)).toBeUndefined();
    expect(await findInvitation(db, second ?? '', now)).toMatchObject({ kind: 'setup', personId: null, email: null });
    expect(await offerSetup(db, 'one', now, 24)).toBeUndefined();
  });
});
