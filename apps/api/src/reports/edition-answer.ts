import { type ReportEdition, reportEditionSchema } from '@matchwatch/contracts';
import { type ApplicantView, applicantsOf, narrowReport, type WeeklyReport, withoutWellbeing } from '@matchwatch/domain';
import { type Database, type Edition, type EditionReader, type EditionRow, listNamesFor, type StandingSession } from '@matchwatch/store';
import type { Access } from '../session/authoriser.js';

const row = reportEditionSchema.strip();

/** An edition as it crosses HTTP, without its document. */
export const toEdition = ({ madeAt, ...edition }: EditionRow): ReportEdition => row.parse({ ...edition, madeAt: madeAt.toISOString() });

/** Which editions are open to somebody: those of the whole school to whoever may know the risk of everybody but a few they are walled from, whom no list names to them. */
export const editionReader = ({ person }: StandingSession, { view }: Access): EditionReader => ({
  personId: person.id,
  wholeSchool: view.risk.everyone,
});

/**
 * Whether what is restricted of a report is open to a reader. One of a person's own applicants was read with that person's rights, which they
 * may have lost; the whole school's was read with all of them.
 */
const wellbeingOpen = ({ scope }: WeeklyReport, { wellbeing }: ApplicantView): boolean =>
  wellbeing.everyone || (scope.person !== null && wellbeing.some.length > 0);

/** The document of an edition as its reader may have it now, with the names of those in its lists. */
export async function readShownReport(
  db: Database,
  schoolId: string,
  { document }: Edition,
  view: ApplicantView,
): Promise<{ document: WeeklyReport; names: ReadonlyMap<number, string> }> {
  const open = wellbeingOpen(document, view) ? document : withoutWellbeing(document);
  const names = await listNamesFor(db, schoolId, view, applicantsOf(open));
  return { document: narrowReport(open, (id) => names.has(id)), names };
}
