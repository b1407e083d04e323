import path from 'node:path';
import { findHolder } from '@matchwatch/embedded';
import { connectAsOwner, savePerson, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
import { expect, it } from 'vitest';
import { type RunningProduct, startProduct } from '../e2e/running-product.js';
import { expectOracle } from './fault-kit.js';
import { keepFigure } from './figures.js';
import { mountSmallDisk } from './full-disk.js';

const fault = 'disk-full';
const megabytes = 220;
const season = new Date().getUTCFullYear() + 1;
const account = { email: 'dean@example.edu', password: 'a long enough one' };

/** What came back: the status and, of a refusal, its sentence. */
interface Reply {
  status: number;
  detail?: string;
  id?: number;
}

/** Signs in and answers how to import so many new applicants, which writes much. */
async function signIn({ address }: RunningProduct): Promise<(batch: number, count: number) => Promise<Reply>> {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body: JSON.stringify(account) });
  expect(session.status).toBe(201);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (batch, count) => {
    const rows = Array.from({ length: count }, (_, i) => `B${batch}-${i},Ida,${'x'.repeat(60)},${season},us-md`);
    const body = new FormData();
    const csv = ['externalId,name.given,name.family,season,applicantType', ...rows].join('\n');
    body.append('files', new Blob([csv], { type: 'text/csv' }), 'applicants.csv');
    const reply = await fetch(`${address}/api/v1/imports`, { method: 'POST', headers: { cookie, 'x-csrf-token': csrfToken }, body });
    return { status: reply.status, ...((await reply.json()) as object) };
  };
}

it('a full disk refuses what is written with a clear message, keeps what was, and all goes on once there is room', async ({ skip }) => {
  const disk = mountSmallDisk(megabytes);
  if (typeof disk === 'string') {
    keepFigure({ fault, notRun: disk });
    return skip(disk);
  }
  let product: RunningProduct | undefined;
  try {
    const dataDir = path.join(disk.folder, 'data');
    product = await startProduct(dataDir, ['--no-demo'], { REQUESTS_PER_MINUTE: '100000' });
    const url = findHolder(dataDir)?.databaseUrl ?? '';
    const database = await connectAsOwner({ url, poolSize: 1 });
    await saveSchool(database, { id: 'one', name: 'One', timeZone: 'UTC' });
    await savePerson(database, 'one', { ...account, name: 'Dean', role: 'dean' });
    await database.destroy();
    const importInto = await signIn(product);
    const acknowledged: number[] = [];
    const write = async (batch: number): Promise<Reply> => {
      const reply = await importInto(batch, 500);
      if (reply.status === 201) acknowledged.push(reply.id ?? Number.NaN);
      return reply;
    };
    expect(await write(0)).toMatchObject({ status: 201 });

    disk.fill();
    let refusal: Reply = { status: 201 };
    for (let batch = 1; batch < 500 && refusal.status === 201; batch++) refusal = await write(batch);
    expect([507, 503], JSON.stringify(refusal)).toContain(refusal.status);
    expect(refusal.detail).toMatch(/disk|database does not answer/);
    // It is so for whoever asks next, and never the fault of nobody.
    for (let i = 0; i < 5; i++) expect([201, 503, 507]).toContain((await write(1_000 + i)).status);

    disk.free();
    const freedAt = performance.now();
    await expect.poll(async () => (await write(2_000)).status, { timeout: 60_000, interval: 250 }).toBe(201);
    keepFigure({ fault, kind: `first refusal ${refusal.status}`, recoveredMs: Math.round(performance.now() - freedAt) });

    const after = await connectAsOwner({ url: findHolder(dataDir)?.databaseUrl ?? url, poolSize: 1 });
    const kept = await sqlWithoutSchool<{ id: number }>(after, 'select id from import_batch order by id');
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    await expectOracle(after);
    await after.destroy();
    expect(await product.stop()).toBe(0);
    // And from the start.
    product = await startProduct(dataDir, ['--no-demo']);
    expect((await fetch(`${product.address}/readyz`)).status).toBe(200);
  } finally {
    await product?.stop();
    disk.remove();
  }
});
