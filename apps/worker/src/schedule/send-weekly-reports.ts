import { mondayOf, seasonEndsOn } from '@matchwatch/domain';
import { listSeasons, openWeeklyDeliveries } from '@matchwatch/store';
import type { ScheduledWork } from './slot-work.js';

/** The weekly report should be out this long after its time. */
const withinMs = 3_600_000;

/** Writes down to whom the weekly report of each season that is not over is due; the sweep freezes it where nobody gets it by mail. */
export const sendWeeklyReports: ScheduledWork = async (db, { school, slot, today }) => {
  const period = mondayOf(today);
  const promisedAt = new Date(slot.at.getTime() + withinMs);
  const seasons = (await listSeasons(db, school.id)).filter(({ season }) => today < seasonEndsOn(season));
  const ids: number[] = [];
  for (const { season } of seasons) ids.push(...(await openWeeklyDeliveries(db, school.id, { season, period, promisedAt })));
  return {
    nothing: seasons.length === 0,
    ring: async (doorbell) => {
      await doorbell.ringAll(
        'report.freeze',
        seasons.map(({ season }) => ({ schoolId: school.id, season })),
      );
      await doorbell.ringAll(
        'delivery.send',
        ids.map((deliveryId) => ({ schoolId: school.id, deliveryId })),
      );
    },
  };
};
