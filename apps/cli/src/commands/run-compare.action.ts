import { fullView } from '@matchwatch/domain';
import { compareRuns, type DataSource, findRun, type RunDifferenceRow, type RunRow } from '@matchwatch/store';
import { findingLevelLabel, numberText, riskLevelLabel, ruleLabel } from '@matchwatch/words';
import { withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { CompareOptions } from './run.js';

/** Prints two runs side by side and whom the later one answers otherwise. */
export const compare = (one: number, other: number, options: CompareOptions): Promise<void> =>
  withProduct(options.school, async ({ database, school }) => {
    if (one === other) throw new CommandFailed('A run is not compared with itself.', exitCode.usage);
    const before = await countedRun(database, school.id, Math.min(one, other));
    const after = await countedRun(database, school.id, Math.max(one, other));
    if (before.season !== after.season)
      throw new CommandFailed(`Run ${before.id} is of the ${before.season} Match, run ${after.id} of ${after.season}.`, exitCode.usage);
    const runs = { season: after.season, before: before.id, after: after.id };
    const {
      rows,
      total,
      worse,
      better,
      other: neither,
      sameLevel,
    } = await compareRuns(database, school.id, fullView, runs, [0, Math.max(0, options.most - 1)]);
    const shown = rows.slice(0, options.most);
    const lines = [
      sides(before, after),
      `${total} differ: ${worse} worse, ${better} better, ${neither} newly or no longer assessed, ${sameLevel} with other findings at the same level`,
      ...shown.map(sayDifference),
      ...(total > shown.length ? [`… and ${total - shown.length} more`] : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });

async function countedRun(database: DataSource, schoolId: string, id: number): Promise<RunRow> {
  const run = await findRun(database, schoolId, id);
  if (!run) throw new CommandFailed(`There is no run ${id}.`, exitCode.usage);
  if (run.kind === 'shadow')
    throw new CommandFailed(`Run ${id} tries a draft; its result stands with the policy version.`, exitCode.refused);
  if (run.closedAt === null) throw new CommandFailed(`Run ${id} is ${run.state}; its answers are not all there.`, exitCode.refused);
  return run;
}

function sides(before: RunRow, after: RunRow): string {
  const rows: [name: string, of: (run: RunRow) => string][] = [
    ['', ({ id }) => `run ${id}`],
    ['state', ({ state, outcome }) => (outcome === 'partial' ? `${state}, partial` : state)],
    ['as of', ({ asOf }) => asOf],
    ['policy', ({ policy }) => policy],
    ['input', ({ inputHash }) => inputHash?.slice(0, 10) ?? '-'],
    ['applicants', ({ counts }) => numberText(counts.population)],
    ['assessed', ({ counts }) => numberText(counts.assessed)],
    ['cannot be assessed', ({ counts }) => numberText(counts.notAssessable)],
    ['failed', ({ counts }) => numberText(counts.failed)],
    ['flags opened', ({ counts }) => numberText(counts.opened)],
    ['flags raised', ({ counts }) => numberText(counts.raised)],
    ['flags lowered', ({ counts }) => numberText(counts.lowered)],
    ['flags closed', ({ counts }) => numberText(counts.closed)],
  ];
  const width = Math.max(...rows.map(([, of]) => Math.max(of(before).length, of(after).length)));
  return rows.map(([name, of]) => `${name.padEnd(20)}${of(before).padStart(width)}  ${of(after).padStart(width)}`).join('\n');
}

function sayDifference({ name, from, to, findings }: RunDifferenceRow): string {
  const level = (each: typeof from) => (each ? riskLevelLabel(each) : 'not answered');
  const found = findings.map(
    (each) =>
      `${ruleLabel(each.code)} ${each.from ? `${findingLevelLabel(each.from)} → ` : ''}${each.to ? findingLevelLabel(each.to) : 'cleared'}`,
  );
  return `  ${name}: ${from === to ? level(to) : `${level(from)} → ${level(to)}`}${found.length > 0 ? ` (${found.join('; ')})` : ''}`;
}
