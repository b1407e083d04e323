import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import process from 'node:process';
import { problemSchema } from '@matchwatch/contracts';
import { roles } from '@matchwatch/domain';
import { openSession, type Person, savePerson, sql } from '@matchwatch/store';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { assessCohort, noon, type RunningApi, seedApplicants, signIn, startApi, today } from '../spec-kit.js';
import { casesOf, type FuzzCase } from './case.js';
import { type JsonSchema, type Operation, operationsOf } from './operation.js';
import { type FuzzReply, longest, type Proof, send } from './sender.js';

/** Cases an endpoint gets at least; FUZZ_CASES asks for more. */
const cases = Number(process.env.FUZZ_CASES ?? 300);
const atOnce = 15;
const timeout = 60_000 + cases * 200;

const machine = [process.cwd(), homedir(), tmpdir()].filter((folder) => folder.length > 1);
const leaks = /\bselect .+ from |\binsert into |\bat .+\.(ts|js):\d+|node_modules|QueryFailed|syntax error at|postgres(ql)?:\/\//i;

/** Asks every endpoint of a kind for odd things, as the OpenAPI document tells of them; in a file of its own for each, for they take longest. */
export async function fuzz(isChosen: (operation: Operation) => boolean): Promise<RunningApi> {
  // Before the tests are named: each endpoint of the document is one.
  const api = await startApi({ REQUESTS_PER_MINUTE: '1000000', SIGN_IN_ATTEMPTS: '10000', LOG_LEVEL: 'error' });
  await seedApplicants(api, 8);
  await assessCohort(api, today);
  const document = (await (await signIn(api)).get('/api/openapi.json')).body as OpenAPIObject;
  const definitions = (document.components?.schemas ?? {}) as Record<string, JsonSchema>;
  const operations = operationsOf(document);

  afterAll(() => api.stop());

  describe('whatever is asked of', () => {
    const people = new Map<string, Person>();
    let proofs = new Map<string, Proof>();

    /** People as they were, each signed in anew: what an endpoint before did to them must not keep the next one from being asked. */
    beforeEach(async () => {
      proofs = new Map();
      for (const role of roles) {
        const password = randomBytes(9).toString('hex');
        const known =
          people.get(role) ??
          (await savePerson(api.db, 'demo', { email: `${role}.fuzz@example.edu`, name: `The ${role}`, role, password }));
        people.set(role, known);
        await sql(api.db, 'demo', `update person set role = $2, state = 'active' where school_id = $3 and id = $1`, [
          known.id,
          role,
          'demo',
        ]);
        const { token, csrfToken } = await openSession(api.db, known, noon, { idleMinutes: 600, absoluteHours: 10 });
        proofs.set(role, { cookie: `matchwatch=demo.${token}`, csrfToken });
      }
    });

    it.each(operations.filter(isChosen).map((operation, index) => [operation.name, operation, index] as const))(
      '%s',
      // What an odd request brings to light once is there, also where a second try would not meet it.
      { timeout, retry: 0 },
      async (_name, operation, index) => {
        // The limit of requests walks through everything an address asked for within the minute.
        const from = `127.0.${index + 1}.1`;
        const tally = new Map<number, number>();
        const sound = new Set<string>();
        const ask = async (asked: FuzzCase) => {
          const reply = await send(
            api.url,
            asked,
            { from, proof: asked.as === undefined ? undefined : proofs.get(asked.as) },
            operation.name.endsWith('/stream'),
          );
          tally.set(reply.status, (tally.get(reply.status) ?? 0) + 1);
          // Most answers are given more than once.
          const whole = `${reply.status} ${reply.headers['content-type']} ${reply.text}`;
          if (sound.has(whole)) return;
          const wrong = faultOf(operation, reply);
          // Several are under way at once and the machine may be busy: what is slow by itself is slow again.
          if (wrong !== undefined) throw new Error(`${wrong}\n${told(asked)}\n${reply.status} ${reply.text.slice(0, 500)}`);
          sound.add(whole);
          if (reply.took > longest) {
            const { took } = await send(api.url, asked, { from }, true);
            if (took > longest) throw new Error(`took ${Math.round(took)} ms\n${told(asked)}`);
          }
        };
        await fc.assert(
          fc.asyncProperty(
            fc.array(casesOf(operation, definitions, roles), { minLength: atOnce, maxLength: atOnce }),
            async (batch) => void (await Promise.all(batch.map(ask))),
          ),
          // One request is small enough to be understood as it is.
          {
            numRuns: Math.ceil(cases / atOnce),
            endOnFailure: true,
            interruptAfterTimeLimit: timeout - 20_000,
            markInterruptAsFailure: true,
          },
        );
        const asked = [...tally.values()].reduce((sum, count) => sum + count, 0);
        expect(asked).toBeGreaterThanOrEqual(cases);
        if (process.env.FUZZ_TALLY !== undefined)
          appendFileSync(process.env.FUZZ_TALLY, `${operation.name} ${JSON.stringify([...tally])}\n`);
        // Refused at the door every time, an endpoint would not have been asked at all. Sessions are the door.
        const inside = asked - (tally.get(401) ?? 0) - (tally.get(403) ?? 0);
        if (!operation.path.startsWith('/api/v1/session')) expect(inside, JSON.stringify([...tally])).toBeGreaterThan(0);
      },
    );

    it('is answered without a word in the log of anything that went wrong', () => {
      expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    });
  });
  return api;
}

const told = ({ as, method, path, headers, body }: FuzzCase): string =>
  `${as ?? 'nobody'}: ${method} ${path.slice(0, 500)} ${JSON.stringify(headers)} ${body?.slice(0, 1_000) ?? ''}`;

/** What is wrong with an answer; undefined when it is as the document says. */
function faultOf({ answers }: Operation, { status, headers, text }: FuzzReply): string | undefined {
  if (status >= 500) return 'failed';
  const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
  const documented = answers.get(status < 400 ? String(status) : 'default');
  if (!documented) return `answers a status that the document does not know: ${status}`;
  if (documented.size === 0) return text === '' ? undefined : 'says something where the document has nothing';
  const schema = documented.get(type);
  if (!schema) return `answers ${type || 'no media type'}, which the document does not know`;
  const isJson = type.endsWith('json');
  const body: unknown = isJson ? JSON.parse(text) : text;
  const checked = schema.safeParse(body);
  if (isJson && !checked.success) return `breaks its contract: ${JSON.stringify(checked.error.issues).slice(0, 500)}`;
  return status < 400 ? undefined : faultOfProblem(status, body, text);
}

function faultOfProblem(status: number, body: unknown, text: string): string | undefined {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return 'is no problem as RFC 9457 has them';
  if (problem.data.status !== status || !problem.data.title || !problem.data.detail) return 'is a problem that says too little';
  const leak = leaks.exec(text)?.[0] ?? machine.find((folder) => text.includes(folder));
  return leak === undefined ? undefined : `leaks: ${leak}`;
}
