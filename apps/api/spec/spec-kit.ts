import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { type Config, readConfig } from '@matchwatch/config';
import type { Session } from '@matchwatch/contracts';
import { demoAccounts, syntheticRecords } from '@matchwatch/demo';
import { type ApplicantRecord, type Day, daysThatMatter, shadowMove } from '@matchwatch/domain';
import { answerContent, createAssessor, policyFromChanges, rules } from '@matchwatch/risk-rules';
import {
  closeRun,
  connectAsOwner,
  createRun,
  digestOf,
  findRunPolicy,
  finishChunk,
  finishShadowChunk,
  type NewShadowChange,
  openRun,
  type Pool,
  publishRun,
  readChunk,
  savePerson,
  saveRecords,
  saveSchool,
} from '@matchwatch/store';
import { throwAwayPostgres } from '@matchwatch/testing';
import { pino } from 'pino';
import { createApi } from '../src/create-api.js';
import { policyVersion, rulesDigest } from '../src/rules-in-force.js';

/** The day and hour of the specs: Friday noon in New York. */
export const noon = new Date('2026-11-20T17:00:00Z');
export const today: Day = '2026-11-20';
export const season = 2027;
export const [dean] = demoAccounts as [(typeof demoAccounts)[number]];

/** The service on a database of its own, with a clock that can be moved. */
export interface RunningApi {
  url: string;
  db: Pool;
  clock: { now: Date };
  /** Every route of its router, as `get /path/{parameter}`. */
  routes: string[];
  /** Every line the service logged. */
  log: string[];
  stop(): Promise<void>;
}

export async function startApi(environment: Record<string, string> = {}, webRoot = '/nonexistent'): Promise<RunningApi> {
  const database = await throwAwayPostgres();
  const config: Config = readConfig({
    DATABASE_URL: database.url,
    LOG_LEVEL: 'info',
    DATABASE_POOL_SIZE: '4',
    SIGN_IN_ATTEMPTS: '1000',
    REQUESTS_PER_MINUTE: '100000',
    ...environment,
  });
  const clock = { now: noon };
  const log: string[] = [];
  const sink = new Writable({
    write(line: Buffer, _encoding, done) {
      log.push(line.toString());
      done();
    },
  });
  const app = await createApi(config, { clock: () => clock.now, logger: pino({ level: config.logLevel }, sink), webRoot });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const db = await connectAsOwner({ url: database.url, poolSize: 2 });
  await saveSchool(db, { id: 'demo', name: 'Hillcrest', timeZone: 'America/New_York' });
  for (const account of demoAccounts) await savePerson(db, 'demo', account);
  return {
    url: `http://127.0.0.1:${port}`,
    db,
    clock,
    log,
    routes: routesOf((app.getHttpAdapter().getInstance() as { router: { stack: RouterLayer[] } }).router.stack),
    async stop() {
      await app.close();
      await db.destroy();
      await database.drop();
    },
  };
}

interface RouterLayer {
  route?: { path: string; methods: Record<string, boolean> };
}

const routesOf = (layers: readonly RouterLayer[]): string[] =>
  layers.flatMap(({ route }) =>
    route && !route.path.includes('*') ? Object.keys(route.methods).map((verb) => `${verb} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : [],
  );

/** What came back. */
export interface Reply {
  status: number;
  headers: Headers;
  /** The body as JSON, or as text when it is none. */
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into answers of every shape
  body: any;
}

type Asked = { body?: unknown; headers?: Record<string, string> };

/** Asks without a session. */
export async function ask({ url }: RunningApi, method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Reply> {
  const isPlain = body !== undefined && !(body instanceof FormData) && typeof body !== 'string';
  const response = await fetch(url + path, {
    method,
    headers: { ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isPlain ? JSON.stringify(body) : (body as string | FormData) }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A signed-in browser. */
export interface Client {
  session: Session;
  cookie: string;
  ask(method: string, path: string, asked?: Asked): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** A list in the dialect of react-admin. */
  list(resource: string, query?: { filter?: unknown; sort?: unknown; range?: unknown }): Promise<Reply>;
}

export async function signIn(api: RunningApi, account: { email: string; password: string } = dean): Promise<Client> {
  const reply = await ask(api, 'POST', '/api/v1/session', { body: { email: account.email, password: account.password } });
  if (reply.status !== 201) throw new Error(`Sign-in failed: ${JSON.stringify(reply.body)}`);
  return clientOf(api, reply.body as Session, reply.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

/** The browser that holds a session by its cookie. */
export function clientOf(api: RunningApi, session: Session, cookie: string): Client {
  const withSession: Client['ask'] = (method, path, { headers, ...rest } = {}) =>
    ask(api, method, path, { ...rest, headers: { cookie, ...(method !== 'GET' && { 'x-csrf-token': session.csrfToken }), ...headers } });
  return {
    session,
    cookie,
    ask: withSession,
    get: (path) => withSession('GET', path),
    list: (resource, query = {}) =>
      withSession(
        'GET',
        `/api/v1/${resource}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]))}`,
      ),
  };
}

/** Applicants of the school's season, some of every level once they are assessed, and one of whom hardly anything is known. */
export async function seedApplicants({ db }: RunningApi, count = 60): Promise<ApplicantRecord[]> {
  const bare: ApplicantRecord = { externalId: 'BARE', name: { given: 'Bo', family: 'Bare' }, season, applicantType: 'us-do' };
  const records = [...syntheticRecords({ count: count - 1, seed: 7, season, asOf: today }), bare];
  await saveRecords(db, 'demo', records, { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
  return records;
}

/** Another school with one applicant, whose id is returned. */
export async function seedOtherSchool({ db }: RunningApi): Promise<{ applicantId: number; account: { email: string; password: string } }> {
  await saveSchool(db, { id: 'other', name: 'Other', timeZone: 'UTC' });
  const account = { email: 'dean@other.edu', password: randomBytes(9).toString('hex') };
  await savePerson(db, 'other', { ...account, name: 'Other Dean', role: 'dean' });
  const record: ApplicantRecord = { externalId: 'O-1', name: { given: 'Olga', family: 'Other' }, season, applicantType: 'us-md' };
  const [saved] = await saveRecords(db, 'other', [record], { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
  return { applicantId: saved?.id ?? 0, account };
}

type Assessing = Pick<RunningApi, 'db'>;

/** Opens a run in one chunk and answers with who is in it, and with an assessor for a policy that it carries. */
async function openForAll({ db }: Assessing, id: number) {
  await openRun(db, 'demo', id, { chunkSize: 1000, policyVersion, rulesDigest });
  const members = await readChunk(db, 'demo', id, 1);
  const carried = await findRunPolicy(db, 'demo', id);
  if (!carried) throw new Error(`Run ${id} was not opened`);
  const { asOf, policy, base } = carried;
  return {
    members,
    policy,
    base,
    assessorOf: ({ version, changes } = policy) => createAssessor(policyFromChanges(version, changes), asOf),
  };
}

/** Does what the worker does with a run, but for publishing it. */
export async function assessRun(api: Assessing, id: number): Promise<void> {
  const { members, assessorOf } = await openForAll(api, id);
  const assess = assessorOf();
  const answers = members.map(({ id: applicantId, version: recordVersion, record, casework, storedCasework }) => {
    const answer = assess(record, { casework });
    const content = JSON.stringify(answer);
    const digest = digestOf(answerContent(answer));
    return {
      applicantId,
      recordVersion,
      digest,
      riskLevel: answer.riskLevel,
      content,
      due: daysThatMatter(answer),
      casework: storedCasework,
    };
  });
  await finishChunk(api.db, 'demo', id, 1, {
    answers,
    problems: [],
    assessed: answers.length,
    unchanged: 0,
    notAssessable: 0,
    newlyNotAssessable: 0,
    inputHash: '-',
  });
  await api.db.transaction((transaction) => closeRun(transaction, 'demo', id));
}

/** Does what the worker does with a shadow run, levels only. */
export async function compareRun(api: Assessing, id: number): Promise<NewShadowChange[]> {
  const { members, base, assessorOf } = await openForAll(api, id);
  const [before, after] = [assessorOf(base ?? undefined), assessorOf()];
  const moved = members.map(({ id: applicantId, record }) => {
    const [from, to] = [before(record).riskLevel, after(record).riskLevel];
    return { record, change: { applicantId, from, to, move: shadowMove(from, to) ?? null, findings: [] } };
  });
  const changes = moved.flatMap(({ change }) => (change.move ? [change] : []));
  await finishShadowChunk(api.db, 'demo', id, 1, {
    changes,
    tally: moved.map(({ record, change: { from, to } }) => [record.applicantType, record.advisor ?? null, from, to, 1]),
    problems: [],
    assessed: members.length,
    unchanged: members.length - changes.length,
    notAssessable: 0,
    newlyNotAssessable: 0,
    inputHash: '-',
  });
  await api.db.transaction((transaction) => closeRun(transaction, 'demo', id));
  return changes;
}

/** Publishes a run that was assessed. */
export const publishAssessed = ({ db }: Assessing, id: number): Promise<boolean> =>
  db.transaction((transaction) =>
    publishRun(
      transaction,
      'demo',
      id,
      rules.map(({ code }) => code),
    ),
  );

/** Does what the worker does, to the end of a run: assesses the cohort as of a day and, unless told otherwise, publishes. */
export async function assessCohort(api: Assessing, asOf: Day, { publish = true } = {}): Promise<number> {
  const { id } = await createRun(api.db, 'demo', {
    season,
    kind: 'weekly',
    slot: asOf,
    asOf,
    policyVersion,
    rulesDigest,
    requestedBy: 'schedule',
  });
  await assessRun(api, id);
  if (publish) await publishAssessed(api, id);
  return id;
}
