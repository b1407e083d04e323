import { dayIn } from '@matchwatch/domain';
import { bringToToday, countCasework } from './casework.js';
import { type EndpointLine, makeReport, measureEndpoints, printEndpoints } from './endpoints.js';
import type { BenchSchool } from './school.js';

/** What was measured of the pages, with how much there was to read. */
export interface Pages {
  casework: string;
  report: number;
  endpoints: EndpointLine[];
}

/** Measures what people read of a school that has had its runs and its casework, as of today. */
export async function measurePages(school: BenchSchool, say: (line: string) => void): Promise<Pages> {
  await bringToToday(school, dayIn('UTC', new Date()));
  const casework = await countCasework(school);
  say(`  ${casework}`);
  const report = await makeReport(school);
  say(`  weekly report ${report.toFixed(2)} s`);
  return { casework, report, endpoints: await measureEndpoints(school, say) };
}

/** Prints it. */
export function printPages({ casework, report, endpoints }: Pages): void {
  process.stdout.write(`\nPages (milliseconds a request), with ${casework}\n`);
  printEndpoints(endpoints);
  process.stdout.write(`  the weekly report of everybody is made in ${report.toFixed(2)} s\n`);
}
