import { dayIn, mondayOf } from '@matchwatch/domain';
import type { Handlers } from '@matchwatch/queue';
import { findSchool, openDigests } from '@matchwatch/store';
import { checkRunOfJob } from '../run/run-of-job.js';
import type { DeliveryParts } from './delivery-parts.js';
import { freezeEdition } from './freeze-edition.js';
import { sendDelivery } from './send-delivery.js';

/** Within this long after its run a digest should be out. */
const digestWithinMs = 3_600_000;

/** The jobs of mail. Each may be done twice: what is due, and to whom, is in the ledger. */
export function deliveryHandlers(parts: DeliveryParts): Pick<Handlers, 'digest.open' | 'report.freeze' | 'delivery.send'> {
  const { database, doorbell, clock } = parts;
  return {
    'digest.open': async ({ schoolId, runId }) => {
      await checkRunOfJob(database, { schoolId, runId });
      const school = await findSchool(database, schoolId);
      if (!school) return;
      const now = clock();
      const due = { day: dayIn(school.timeZone, now), promisedAt: new Date(now.getTime() + digestWithinMs) };
      const ids = await database.transaction((db) => openDigests(db, schoolId, runId, due));
      await doorbell.ringAll(
        'delivery.send',
        ids.map((deliveryId) => ({ schoolId, deliveryId })),
      );
    },

    'report.freeze': async ({ schoolId, season }) => {
      const school = await findSchool(database, schoolId);
      if (!school) return;
      const now = clock();
      const period = mondayOf(dayIn(school.timeZone, now));
      await freezeEdition(database, schoolId, { season, viewId: null, personId: null, period, now });
    },

    'delivery.send': ({ schoolId, deliveryId }) => sendDelivery(parts, schoolId, deliveryId, clock()),
  };
}
