import { type DeliveryDecision, type DeliveryState, deliveryAfter } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';

/** What a person decides about a delivery, and why. */
export interface NewDeliveryDecision {
  decision: DeliveryDecision;
  reason: string;
  by: number;
  at: Date;
}

export type DeliveryDecided =
  | { outcome: 'decided'; from: DeliveryState; to: DeliveryState }
  | { outcome: 'missing' }
  | { outcome: 'refused'; state: DeliveryState };

/** Takes a person's decision about a delivery; what shall be sent again is due at once. Call it in a transaction and ring after it. */
export async function decideDelivery(
  db: Database,
  schoolId: string,
  id: number,
  { decision, reason, by, at }: NewDeliveryDecision,
): Promise<DeliveryDecided> {
  const standing = await sqlOne<{ state: DeliveryState }>(
    db,
    schoolId,
    'select state from delivery where school_id = $1 and id = $2 for update',
    [schoolId, id],
  );
  if (!standing) return { outcome: 'missing' };
  const to = deliveryAfter(standing.state, decision);
  if (!to) return { outcome: 'refused', state: standing.state };
  await sql(
    db,
    schoolId,
    `update delivery
     set state = $3, reason = null, tries = case when $3 = 'due' then 0 else tries end, asked_again = asked_again or $3 = 'due',
         due_at = case when $3 = 'due' then clock_timestamp() else due_at end, rung_at = clock_timestamp(),
         ended_at = case when $3 = 'due' then null else clock_timestamp() end
     where school_id = $1 and id = $2`,
    [schoolId, id, to],
  );
  await sql(
    db,
    schoolId,
    'insert into delivery_decision (school_id, delivery_id, decision, reason, by_id, at) values ($1, $2, $3, $4, $5, $6)',
    [schoolId, id, decision, reason, by, at],
  );
  return { outcome: 'decided', from: standing.state, to };
}
