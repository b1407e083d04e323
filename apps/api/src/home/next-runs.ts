import type { Config } from '@matchwatch/config';
import type { RunKind } from '@matchwatch/domain';
import { CronTime } from 'cron';

/** When the scheduled runs of a school start next, soonest first. */
export function nextRuns({ nightlyCron, weeklyCron }: Config, timeZone: string, now: Date): { kind: RunKind; at: string }[] {
  const next = (kind: RunKind, cron: string) => ({
    kind,
    at: new CronTime(cron, timeZone).getNextDateFrom(now, timeZone).toJSDate().toISOString(),
  });
  return [next('nightly', nightlyCron), next('weekly', weeklyCron)].sort((a, b) => a.at.localeCompare(b.at));
}
