import type { MailTrouble } from '@matchwatch/contracts';
import { countDeliveryTrouble, type Database } from '@matchwatch/store';

/** What failed or became uncertain longer ago than this is history. */
const shownForMs = 14 * 86_400_000;

/** What of a school's mail asks for a person now. */
export const readMailTrouble = (db: Database, schoolId: string, now: Date): Promise<MailTrouble> =>
  countDeliveryTrouble(db, schoolId, now, new Date(now.getTime() - shownForMs));
