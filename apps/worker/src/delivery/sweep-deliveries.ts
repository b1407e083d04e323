import type { Doorbell } from '@matchwatch/queue';
import {
  type DataSource,
  endLapsedTries,
  listRunsWithoutDigest,
  listSchools,
  listSeasonsWithoutReport,
  takeDueDeliveries,
} from '@matchwatch/store';
import type { DeliverySettings } from './delivery-parts.js';

/** How long what is due may wait before the sweep rings again. */
const idleSeconds = 12;
/** A run published longer ago is no news. */
const digestWithinHours = 48;

/** Takes deliveries back from workers that are gone, and rings for what is due and waits, so that a lost queue costs seconds. */
export async function sweepDeliveries(
  database: DataSource,
  doorbell: Doorbell,
  { mailRetrySeconds }: Pick<DeliverySettings, 'mailRetrySeconds'>,
): Promise<void> {
  for (const { id: schoolId } of await listSchools(database)) {
    await endLapsedTries(database, schoolId, mailRetrySeconds.length);
    const runs = await listRunsWithoutDigest(database, schoolId, digestWithinHours);
    await doorbell.ringAll(
      'digest.open',
      runs.map((runId) => ({ schoolId, runId })),
    );
    const missing = await listSeasonsWithoutReport(database, schoolId);
    await doorbell.ringAll(
      'report.freeze',
      missing.map((season) => ({ schoolId, season })),
    );
    const due = await takeDueDeliveries(database, schoolId, idleSeconds);
    await doorbell.ringAll(
      'delivery.send',
      due.map((deliveryId) => ({ schoolId, deliveryId })),
    );
  }
}
