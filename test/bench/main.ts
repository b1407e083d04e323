import { mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { discardDataFolder, startEmbedded } from '@matchwatch/embedded';
import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { fillCasework, fillReviews } from './casework.js';
import { measureEngines } from './engine-peer.js';
import { copyRows, prepareCopies, readAlone, reopenForReading } from './floor.js';
import { processorSeconds, timed } from './measure.js';
import { measurePages, printPages } from './pages.js';
import { prepareLoop } from './row-by-row.js';
import { findServer, liveThroughADay, openSchool, runOnce } from './school.js';
import { prepareShadow, shadowApplicants } from './shadow.js';
import { count, printTable } from './table.js';
import { startProcess } from './worker.js';

const usage = `npm run bench -- [options]
  --applicants <n>   size of the cohort (100,000)
  --large            500,000 applicants
  --workers <n>      worker processes (one a core)
  --loop <n>         applicants of the row-by-row loop (3,000)
  --engine-only      only the engine and its peer, without a database
  --pages-only       only the pages, after one run`;

const { values } = parseArgs({
  options: {
    applicants: { type: 'string', default: '100000' },
    large: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    loop: { type: 'string', default: '3000' },
    'engine-only': { type: 'boolean', default: false },
    'pages-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
const applicants = values.large ? 500_000 : Number(values.applicants);
const loop = Number(values.loop);
const workers = Number(values.workers);
if (!Number.isInteger(applicants) || applicants < 1_000 || !Number.isInteger(loop) || loop < 100 || !(workers >= 1 && workers <= 64)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const say = (line: string) => process.stderr.write(`… ${line}\n`);
/** Work whose result is said as soon as it is there, so that a bench that is cut off has still measured something. */
const measured = async <T>(what: string, does: () => Promise<T>): Promise<{ seconds: number; work: number; value: T }> => {
  say(what);
  const before = processorSeconds(watched);
  const result = await timed(does);
  const work = processorSeconds(watched) - before;
  say(`  ${result.seconds.toFixed(2)} s, ${work.toFixed(2)} s of processors`);
  return { ...result, work };
};
/** This process and the database server, both with their children. */
const watched = [process.pid];
const times = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;
const jobsAtOnce = 2;
const night = 0.02;

process.stdout.write(
  `${count(applicants)} applicants on ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
say('engine and json-rules-engine');
const engines = await measureEngines(200_000, 5_000);
const perQuestion = ({ applicants: n, seconds, questions }: typeof engines.ours) => (n * questions) / seconds;
printTable('Pure engine (in memory, seconds of one processor)', [
  {
    what: `our engine, ${engines.ours.questions} questions`,
    ...engines.ours,
    ratio: `${count(perQuestion(engines.ours))} questions/s`,
    goal: '≥ 100,000 applicants/s',
  },
  {
    what: `json-rules-engine, ${engines.peer.questions} of the same questions, with the same answers, as ${engines.peer.rules} JSON rules`,
    ...engines.peer,
    ratio: `${count(perQuestion(engines.peer))} questions/s`,
  },
  {
    what: 'per question, ours against the peer',
    ratio: `${count(perQuestion(engines.ours) / perQuestion(engines.peer))} ×`,
    goal: '≥ 100 ×',
  },
]);
if (!values['engine-only']) await measureRuns();

async function measureRuns(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'matchwatch-bench-'));
  const server = await startEmbedded({ dataDir, program: 'matchwatch bench', log: say });
  const { url } = server;
  const close: (() => Promise<unknown>)[] = [];
  try {
    await migrate(url, () => migrateQueue({ databaseUrl: url }));
    watched.push(...(await findServer(url)));
    const filled = await measured(`bringing in ${count(applicants)} records`, () => openSchool(url, undefined, applicants));
    const school = filled.value;
    close.push(
      () => school.doorbell.close(),
      () => school.database.destroy(),
    );
    const team = await Promise.all(
      Array.from({ length: workers }, () =>
        startProcess('@matchwatch/worker/main', {
          DATABASE_URL: url,
          WORKER_CONCURRENCY: String(jobsAtOnce),
          CHUNK_SIZE: process.env.CHUNK_SIZE ?? '1000',
        }),
      ),
    );
    const peakOfTeam = () => Math.max(...team.map((worker) => worker.peak() ?? 0));
    await measured('casework of everybody', () => fillCasework(school));
    const { value: first, work: firstWork } = await measured('first run', () => runOnce(school));
    if (values['pages-only']) {
      await Promise.all(team.map((worker) => worker.stop()));
      await measured('reviews', () => fillReviews(school));
      printPages(await measurePages(school, say));
      return;
    }
    const afterFirst = peakOfTeam();
    await prepareCopies(school);
    const restore = await reopenForReading(school, first.id);
    const readers = await readAlone(school, first.id, workers, jobsAtOnce);
    const read = await measured('floor: reading alone', readers);
    const written = await measured('floor: writing the same rows', () => copyRows(school));
    await restore();
    if (read.value !== applicants) throw new Error(`The floor read ${read.value} of ${applicants} documents`);
    await measured('reviews', () => fillReviews(school));
    const { value: heard, work: heardWork } = await measured('a run that hears of them', () => runOnce(school));
    const { value: unchanged, work: unchangedWork } = await measured('unchanged run', () => runOnce(school));
    if (unchanged.unchanged !== applicants) throw new Error(`Only ${unchanged.unchanged} answers were unchanged`);
    const { value: changed } = await measured('living through a day', () => liveThroughADay(school, night));
    const { value: nightly, work: nightlyWork } = await measured('an ordinary night', () => runOnce(school));
    const shadow = await prepareShadow(school);
    const tried = await measured('a draft tried in a shadow run', shadow);
    const peak = peakOfTeam();
    await Promise.all(team.map((worker) => worker.stop()));
    const oneByOne = await prepareLoop(school, loop);
    const slow = await measured('row by row', oneByOne);
    const { value: pages } = await measured('pages', () => measurePages(school, say));
    const floor = read.seconds + written.seconds;
    const slowWhole = (slow.seconds / slow.value) * applicants;
    printTable(
      `Runs (embedded PostgreSQL, ${workers} worker ${workers === 1 ? 'process' : 'processes'}, ${jobsAtOnce} jobs at once in each)`,
      [
        { what: 'bringing the records in', seconds: filled.seconds, work: filled.work, applicants },
        { what: 'reading alone', seconds: read.seconds, work: read.work, applicants },
        { what: 'floor: reading, and writing the same rows by COPY', seconds: floor, work: read.work + written.work, applicants },
        {
          what: 'first run',
          seconds: first.seconds,
          work: firstWork,
          applicants,
          ratio: `${times(first.seconds, floor)} floor`,
          goal: '≤ 2 × floor',
        },
        { what: 'run after the reviews', seconds: heard.seconds, work: heardWork, applicants },
        {
          what: 'unchanged run',
          seconds: unchanged.seconds,
          work: unchangedWork,
          applicants,
          ratio: `${times(unchanged.seconds, read.seconds)} reading`,
          goal: '≤ 1.3 × reading',
        },
        {
          what: `ordinary night, ${count(changed)} changed`,
          seconds: nightly.seconds,
          work: nightlyWork,
          applicants,
          ratio: `${times(nightly.seconds, read.seconds)} reading`,
        },
        {
          what: `shadow run, ${count(tried.value)} of ${count(shadowApplicants)} would change`,
          seconds: tried.seconds,
          work: tried.work,
          applicants: shadowApplicants,
          goal: '≤ 5 s',
        },
        {
          what: `row by row, ${count(slow.value)} done`,
          seconds: slow.seconds,
          work: slow.work,
          applicants: slow.value,
          ratio: `first run is ${times(slowWhole, first.seconds)} as fast`,
          goal: '≥ 15 ×',
        },
      ],
    );
    process.stdout.write(
      `\n  first run: ${first.assessing.toFixed(1)} s assessing, ${first.publishing.toFixed(1)} s publishing, ${count(first.opened)} flags opened\n` +
        `  peak memory of a worker: ${afterFirst} MB after the first run, ${peak} MB in all\n`,
    );
    printPages(pages);
  } finally {
    for (const each of close) await each();
    await server.stop();
    await discardDataFolder(dataDir);
  }
}
