import { countDeliveryTrouble, type Database, listSchools } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

// Whoever watches may ask every second; what is late by the hour may be known half a minute late.
const keepMs = 30_000;
/** What ended badly is told for a day; afterwards it stands in the ledger. */
const toldForMs = 86_400_000;

/** Whether reports went out as they should, over all schools. */
@Injectable()
export class MailWatch {
  private known: { at: number; trouble: string | undefined } | undefined;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** How much mail is late, failed or uncertain, in few words that name nobody; undefined when none is. */
  async trouble(): Promise<string | undefined> {
    const now = this.now();
    const age = this.known ? now.getTime() - this.known.at : Number.NaN;
    if (this.known && age >= 0 && age < keepMs) return this.known.trouble;
    const sum = { late: 0, failed: 0, uncertain: 0 };
    for (const { id } of await listSchools(this.db)) {
      const counted = await countDeliveryTrouble(this.db, id, now, new Date(now.getTime() - toldForMs));
      for (const kind of ['late', 'failed', 'uncertain'] as const) sum[kind] += counted[kind];
    }
    const told = Object.entries(sum).flatMap(([kind, count]) => (count > 0 ? `${count} ${kind}` : []));
    this.known = { at: now.getTime(), trouble: told.join(', ') || undefined };
    return this.known.trouble;
  }
}
