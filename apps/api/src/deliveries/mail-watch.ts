import { countDeliveryTrouble, type Database, findMailHold, listSchools } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { keptFor } from '../health/kept-for.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

// Whoever watches may ask every second; what is late by the hour may be known half a minute late.
const keepMs = 30_000;
/** What ended badly is told for a day; afterwards it stands in the ledger. */
const toldForMs = 86_400_000;

/** Whether reports went out as they should, over all schools. */
@Injectable()
export class MailWatch {
  /** How much mail is late, failed or uncertain, or held since a restore, in few words that name nobody; undefined when none is. */
  readonly trouble: () => Promise<string | undefined>;

  constructor(@Inject(DATABASE) db: Database, @Inject(CLOCK) clock: Clock) {
    this.trouble = keptFor(keepMs, clock, async (now) => {
      const sum = { late: 0, failed: 0, uncertain: 0 };
      let held = 0;
      for (const { id } of await listSchools(db)) {
        const counted = await countDeliveryTrouble(db, id, now, new Date(now.getTime() - toldForMs));
        if (await findMailHold(db, id)) held += 1;
        for (const kind of ['late', 'failed', 'uncertain'] as const) sum[kind] += counted[kind];
      }
      const told = Object.entries(sum).flatMap(([kind, count]) => (count > 0 ? `${count} ${kind}` : []));
      if (held > 0) told.unshift(`held since a restore (${held} ${held === 1 ? 'school' : 'schools'})`);
      return told.join(', ') || undefined;
    });
  }
}
