import { savePerson, sqlWithoutSchool } from '@matchwatch/store';
import { percentile, timed } from './measure.js';
import { type BenchSchool, schoolId, season } from './school.js';
import { startProcess } from './worker.js';

const requests = 120;
const account = { email: 'dean@bench.example.edu', password: 'a password for the bench' };

const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();

/** The requests people make most, against the running API with the whole cohort in the database. */
export async function measureEndpoints(school: BenchSchool): Promise<{ what: string; p50: number; p95: number }[]> {
  await savePerson(school.database, schoolId, { ...account, name: 'Dean', role: 'dean' });
  await sqlWithoutSchool(school.database, 'vacuum analyze');
  const api = await startProcess('@matchwatch/api/main', { DATABASE_URL: school.url, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  try {
    const base = String(api.said.address);
    const signedIn = await fetch(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify(account),
    });
    if (!signedIn.ok) throw new Error(`Sign-in answered ${signedIn.status}: ${await signedIn.text()}`);
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const ids = await sqlWithoutSchool<{ id: number }>(
      school.database,
      'select id from applicant where season = $1 order by id limit 500',
      [season],
    );
    const list = (filter: object, sort = ['level', 'DESC'], from = 0) =>
      `/api/v1/applicants?${query({ sort: JSON.stringify(sort), range: JSON.stringify([from, from + 24]), filter: JSON.stringify({ season, ...filter }) })}`;
    const page = (what: string, sort: string[], filter: object) =>
      `/api/v1/${what}?${query({ sort: JSON.stringify(sort), range: '[0,24]', filter: JSON.stringify(filter) })}`;
    const looks: [string, (i: number) => string][] = [
      ['list, first page', () => list({})],
      ['list, page 1,000', () => list({}, ['name', 'ASC'], 25_000)],
      ['list, at risk in internal medicine', () => list({ riskLevel: ['at-risk', 'high-risk'], specialty: ['internal-medicine'] })],
      ['list, search by name', (i) => list({ q: ['chen', 'garcia', 'okafor', 'patel'][i % 4] })],
      ['filter counts', () => `/api/v1/applicants/facets?${query({ filter: JSON.stringify({ season }) })}`],
      ['one applicant', (i) => `/api/v1/applicants/${ids[i % ids.length]?.id}`],
      ['home', () => `/api/v1/home?season=${season}`],
      ['review queue', () => page('review-queue', ['urgency', 'DESC'], { season })],
      ['review queue, counts', () => `/api/v1/review-queue/counts?${query({ filter: JSON.stringify({ season }) })}`],
      ['tasks by due day', () => page('tasks', ['dueOn', 'ASC'], { state: ['open'] })],
      ['meetings, newest first', () => page('meetings', ['on', 'DESC'], {})],
      ['caseload', () => `/api/v1/caseload?season=${season}`],
      ['did it help', () => `/api/v1/help?season=${season}`],
    ];
    const results: { what: string; p50: number; p95: number }[] = [];
    for (const [what, path] of looks) {
      const samples: number[] = [];
      for (let i = 0; i < requests; i++) {
        const { seconds } = await timed(async () => {
          const response = await fetch(base + path(i), { headers: { cookie } });
          const body = await response.text();
          if (!response.ok) throw new Error(`${what} answered ${response.status}: ${body}`);
        });
        samples.push(seconds * 1000);
      }
      results.push({ what, p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) });
    }
    return results;
  } finally {
    await api.stop();
  }
}
