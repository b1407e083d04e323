import { type Omission, type Scope, scopeOf, viewOf } from '@matchwatch/domain';
import { type ClaimedDelivery, type Database, listNamesFor, readDigest } from '@matchwatch/store';
import { digestMail } from '@matchwatch/words';
import type { Addressee, Letter } from './letter.js';

/** The applicants that are somebody's own, whatever else their role lets them see: those they advise or stand in for. */
const ownPeople = ({ links }: Addressee): Scope => ({ ...scopeOf({ role: 'advisor' }, 'risk.view', links), nevertheless: [] });

/** Writes the digest of a recipient from what is open to them now; left out when nothing of their people has changed. */
export async function writeDigest(
  db: Database,
  schoolId: string,
  to: Addressee,
  { period, eventsAfter, eventsUpto }: ClaimedDelivery,
  origin: string,
): Promise<Letter | { omit: Omission }> {
  const { recipient } = to;
  if (eventsAfter === null || eventsUpto === null) throw new Error('A digest without bounds');
  const reading = { school: recipient.school.name, period, scope: ownPeople(to), after: eventsAfter, upto: eventsUpto };
  const digest = await readDigest(db, schoolId, reading);
  if (digest.people.length === 0) return { omit: 'nothing-changed' };
  const ids = digest.people.map(({ applicantId }) => applicantId);
  const people = recipient.school.mailNames ? await listNamesFor(db, schoolId, viewOf(recipient, to.links), ids) : undefined;
  return { ...digestMail(digest, { origin, people }), edition: eventsUpto };
}
