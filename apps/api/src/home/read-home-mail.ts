import type { Config } from '@matchwatch/config';
import type { Home } from '@matchwatch/contracts';
import { may, type Role } from '@matchwatch/domain';
import { type Database, findMailHold, listDeliveryTallies } from '@matchwatch/store';
import { toHold, toTally } from '../deliveries/delivery-answer.js';
import { readMailTrouble } from '../deliveries/read-mail-trouble.js';

/** How the mail of reports stands, for whoever looks after it. */
export async function readHomeMail(
  db: Database,
  { smtpUrl }: Config,
  schoolId: string,
  person: { role: Role },
  now: Date,
): Promise<Home['mail']> {
  if (!may(person, 'report.send').allowed) return null;
  const [last] = await listDeliveryTallies(db, schoolId, 'weekly', 1);
  const held = await findMailHold(db, schoolId);
  return {
    server: smtpUrl !== undefined,
    held: held ? toHold(held) : null,
    trouble: await readMailTrouble(db, schoolId, now),
    lastReport: last ? toTally(last) : null,
  };
}
