import { applicantsOf, dayIn, isQuiet, mondayOf, type Omission, viewOf, withoutWellbeing } from '@matchwatch/domain';
import { renderMail } from '@matchwatch/report';
import {
  type ClaimedDelivery,
  type DataSource,
  digestOf,
  type Edition,
  findStandingEdition,
  isWholeSchool,
  listNamesFor,
  noteEdition,
} from '@matchwatch/store';
import { freezeEdition } from './freeze-edition.js';
import type { Addressee, Letter } from './letter.js';

/**
 * Writes the weekly report for a recipient: the edition of the whole school for whoever may know all of it, else that of their own applicants,
 * frozen now if nobody has read it yet. Left out when it is about people who are no longer theirs.
 */
export async function writeWeekly(
  db: DataSource,
  schoolId: string,
  to: Addressee,
  claimed: ClaimedDelivery,
  origin: string,
): Promise<Letter | { omit: Omission }> {
  const { recipient, links } = to;
  const view = viewOf(recipient, links);
  const personId = isWholeSchool(view.risk) ? null : recipient.id;
  const edition = await editionOf(db, schoolId, claimed, personId, to.now, recipient.school.timeZone);
  if (!edition) return { omit: 'no-edition' };
  if (!(await noteEdition(db, schoolId, claimed, edition.id, digestOf(JSON.stringify(view.risk))))) return { omit: 'scope-changed' };
  const document = withoutWellbeing(edition.document);
  if (recipient.skipEmpty && !claimed.askedAgain && isQuiet(document)) return { omit: 'nothing-changed' };
  const ids = applicantsOf(document);
  const open = await listNamesFor(db, schoolId, view, ids);
  if (personId !== null && open.size < ids.length) return { omit: 'scope-changed' };
  const mail = renderMail(document, {
    origin,
    editionId: edition.id,
    names: recipient.school.mailNames,
    people: open,
    correction: edition.reason,
    ending: `You get this every week by your own choice or your role. To change that: ${origin}/account`,
  });
  return { ...mail, edition: edition.id };
}

/** The edition that stands for the period; one of this week is made when there is none, and one of an earlier week no more. */
async function editionOf(
  db: DataSource,
  schoolId: string,
  { season, viewId, period }: ClaimedDelivery,
  personId: number | null,
  now: Date,
  timeZone: string,
): Promise<Edition | undefined> {
  if (season === null) throw new Error('A weekly report without a season');
  const standing = await findStandingEdition(db, schoolId, { kind: 'weekly', season, viewId, personId, period });
  if (standing || period !== mondayOf(dayIn(timeZone, now))) return standing;
  return freezeEdition(db, schoolId, { season, viewId, personId, period, now });
}
