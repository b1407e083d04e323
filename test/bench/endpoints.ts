import { addDays, type Day, dayIn } from '@matchwatch/domain';
import { freezeWeeklyReport, sqlWithoutSchool } from '@matchwatch/store';
import { percentile, processorSeconds, timed } from './measure.js';
import { advisorAt, type BenchSchool, benchPassword, dean, findServer, schoolId, season } from './school.js';
import { startProcess } from './worker.js';

const mostRequests = 120;
/** A request that takes long is asked less often: this many seconds of each. */
const patience = 5;

/** How long a request of one person took. */
export interface EndpointLine {
  who: string;
  what: string;
  /** Rows answered, and rows there are where the answer is a page of more. */
  rows: string;
  p50: number;
  p95: number;
  /** Milliseconds of processor time of the service and the database, whatever else the machine was doing. */
  work: number;
  /** Milliseconds that 95 of 100 may take. */
  goal: number;
}

interface Look {
  what: string;
  path: (i: number) => string;
  goal?: number;
}

const asList = 100;
const asPage = 200;

const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();
const listOf = (what: string, sort: string[], filter: object, from = 0): string =>
  `/api/v1/${what}?${query({ sort: JSON.stringify(sort), range: JSON.stringify([from, from + 24]), filter: JSON.stringify(filter) })}`;

/** What everybody opens, of the applicants they may see. */
function commonLooks(ids: readonly number[], today: Day): Look[] {
  const list = (filter: object, sort = ['level', 'DESC'], from = 0) => listOf('applicants', sort, { season, ...filter }, from);
  const queue = (filter: object, from = 0) => listOf('review-queue', ['urgency', 'DESC'], { season, ...filter }, from);
  const one = (i: number) => `/api/v1/applicants/${ids[i % ids.length]}`;
  return [
    { what: 'home', path: () => `/api/v1/home?season=${season}`, goal: asPage },
    { what: 'list, first page', path: () => list({}) },
    {
      what: 'list, at risk in internal medicine',
      path: () => list({ riskLevel: ['at-risk', 'high-risk'], specialty: ['internal-medicine'] }),
    },
    { what: 'list, not met for a month', path: () => list({ notSeenSince: addDays(today, -30) }) },
    { what: 'list, overdue', path: () => list({ dueBefore: today }, ['nextDueOn', 'ASC']) },
    { what: 'list, nobody has met them', path: () => list({ rule: 'care.no-meeting' }) },
    { what: 'list, search by name', path: (i) => list({ q: ['novak', 'andersson', 'balakrishnan', 'chaudhry'][i % 4] }) },
    { what: 'filter counts', path: () => `/api/v1/applicants/facets?${query({ filter: JSON.stringify({ season }) })}`, goal: asPage },
    { what: 'saved views with counts', path: () => '/api/v1/views', goal: asPage },
    { what: 'review queue', path: () => queue({}) },
    { what: 'review queue, mine', path: () => queue({ mine: true }) },
    { what: 'review queue, counts', path: () => `/api/v1/review-queue/counts?${query({ filter: JSON.stringify({ season }) })}` },
    { what: 'tasks by due day', path: () => listOf('tasks', ['dueOn', 'ASC'], { state: ['open'] }) },
    { what: 'tasks, mine', path: () => listOf('tasks', ['dueOn', 'ASC'], { state: ['open'], whose: 'mine' }) },
    { what: 'tasks, done', path: () => listOf('tasks', ['doneOn', 'DESC'], { state: ['done'] }) },
    { what: 'meetings, newest first', path: () => listOf('meetings', ['on', 'DESC'], {}) },
    { what: 'meetings, mine', path: () => listOf('meetings', ['on', 'DESC'], { mine: true }) },
    { what: 'caseload', path: () => `/api/v1/caseload?season=${season}` },
    { what: 'calendar, four weeks', path: () => `/api/v1/calendar?season=${season}`, goal: asPage },
    { what: 'calendar, who is behind a day', path: () => `/api/v1/calendar/people?on=${addDays(today, 3)}&season=${season}`, goal: asPage },
    { what: 'applicant', path: one },
    { what: 'applicant, what is coming', path: (i) => `${one(i)}/calendar` },
    { what: 'applicant, casework of the timeline', path: (i) => `${one(i)}/casework` },
    { what: 'applicant, reviews', path: (i) => `${one(i)}/reviews` },
    { what: 'applicant, history of reviews', path: (i) => `${one(i)}/review-history` },
  ];
}

const deanLooks: Look[] = [
  { what: 'list, page 1,000', path: () => listOf('applicants', ['name', 'ASC'], { season }, 25_000) },
  { what: 'review queue, page 100', path: () => listOf('review-queue', ['urgency', 'DESC'], { season }, 2_500) },
  { what: 'joined and left a view', path: () => listOf('views/1/history', ['on', 'DESC'], {}) },
  { what: 'verdicts', path: () => listOf('verdicts', ['on', 'DESC'], { rule: ['data.missing'] }), goal: asPage },
  { what: 'did it help', path: () => `/api/v1/help?season=${season}`, goal: 1_000 },
  { what: 'evidence on advising', path: () => `/api/v1/evidence?season=${season}`, goal: 1_000 },
];

/** The requests people make most, against the running service with the whole cohort and its casework, as a dean and as an advisor. */
export async function measureEndpoints({ database, url }: BenchSchool, say: (line: string) => void): Promise<EndpointLine[]> {
  const api = await startProcess('@matchwatch/api/main', { DATABASE_URL: url, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  const today = dayIn('UTC', new Date());
  try {
    const base = String(api.said.address);
    const watched = [...(await findServer(url)), ...(api.pid === undefined ? [] : [api.pid])];
    const lines: EndpointLine[] = [];
    for (const [who, email] of [
      ['dean', dean],
      ['advisor', advisorAt(0)],
    ] as const) {
      const cookie = await signIn(base, email);
      const ids = await sqlWithoutSchool<{ id: number }>(
        database,
        'select applicant_id as id from applicant_summary where school_id = $1 and season = $2 and ($3::text is null or advisor = $3) order by 1 limit 500',
        [schoolId, season, who === 'dean' ? null : email],
      );
      const looks = commonLooks(
        ids.map(({ id }) => id),
        today,
      );
      for (const look of who === 'dean' ? [...looks, ...deanLooks] : looks) {
        const line = { who, ...(await measure(base, cookie, look, watched)) };
        say(`  ${who}, ${line.what}: ${line.p50.toFixed(1)}, ${line.p95.toFixed(1)} ms`);
        lines.push(line);
      }
    }
    return lines;
  } finally {
    await api.stop();
  }
}

async function signIn(base: string, email: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password: benchPassword }),
  });
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function measure(
  base: string,
  cookie: string,
  { what, path, goal = asList }: Look,
  watched: readonly number[],
): Promise<Omit<EndpointLine, 'who'>> {
  const samples: number[] = [];
  let rows = '';
  const from = performance.now();
  const before = processorSeconds(watched);
  for (let i = 0; i < mostRequests && (performance.now() - from < patience * 1000 || i < 5); i++) {
    const { seconds } = await timed(async () => {
      const response = await fetch(base + path(i), { headers: { cookie } });
      const body = await response.text();
      if (!response.ok) throw new Error(`${what} answered ${response.status}: ${body}`);
      if (i === 0) rows = rowsOf(response.headers.get('content-range'), body);
    });
    samples.push(seconds * 1000);
  }
  const work = ((processorSeconds(watched) - before) * 1000) / samples.length;
  return { what, rows, work, p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), goal };
}

function rowsOf(contentRange: string | null, body: string): string {
  const answered: unknown = JSON.parse(body);
  const rows = Array.isArray(answered) ? answered.length.toLocaleString('en-US') : '';
  const total = contentRange?.split('/')[1];
  return total === undefined ? rows : `${rows} of ${Number(total).toLocaleString('en-US')}`;
}

/** Seconds that the weekly report of the whole season takes until it is frozen. */
export async function makeReport({ database }: BenchSchool): Promise<number> {
  const { seconds } = await timed(async () => {
    const { outcome } = await freezeWeeklyReport(database, schoolId, { season, now: new Date(), milestones: [], madeBy: null });
    if (outcome !== 'frozen') throw new Error(`The report is ${outcome}`);
  });
  return seconds;
}

/** Prints what was measured, what is slower than meant marked. */
export function printEndpoints(lines: readonly EndpointLine[]): void {
  const width = (cell: (line: EndpointLine) => string) => Math.max(...lines.map((line) => cell(line).length));
  const [whoWidth, whatWidth, rowsWidth] = [width(({ who }) => who), width(({ what }) => what), width(({ rows }) => rows)];
  for (const { who, what, rows, p50, p95, work, goal } of lines) {
    const cells = [who.padEnd(whoWidth), what.padEnd(whatWidth), rows.padStart(rowsWidth)];
    const times = `p50 ${p50.toFixed(1).padStart(7)}  p95 ${p95.toFixed(1).padStart(7)}  processors ${work.toFixed(1).padStart(7)}  goal ${String(goal).padStart(5)}`;
    process.stdout.write(`  ${cells.join('  ')}  ${times}${p95 > goal ? '  over' : ''}\n`);
  }
}
