import type { ExportColumn } from '@matchwatch/contracts';
import { csvTextLine } from '@matchwatch/contracts/csv';
import { type ApplicantAction, type ApplicantPlace, actionOfChallenge, type Day, isWithin, type Scope } from '@matchwatch/domain';
import { type ChallengeView, type Database, listApplicantRows, listChallengesOf, type StandingSession } from '@matchwatch/store';
import { challengeText } from '@matchwatch/words';
import { challengeViewOf } from '../challenges/challenge-view.js';
import type { Access } from '../session/authoriser.js';
import { exportCell, exportHeading, showsContested } from './export-cells.js';

/** Rows read at a time: what is in memory does not grow with the export. */
const atOnce = 500;

const scopeFor = ({ find, record, risk, wellbeing }: ChallengeView, action: ApplicantAction): Scope =>
  ({ 'applicant.view': find, 'record.view': record, 'risk.view': risk, 'wellbeing.view': wellbeing })[action as string] ?? find;

/** The lines of an export: a header, then the applicants in the order of their ids; with each what it contests of what is shown. */
export async function* applicantLines(
  db: Database,
  session: StandingSession,
  access: Access,
  ids: readonly number[],
  columns: readonly ExportColumn[],
  today: Day,
): AsyncGenerator<string, void, undefined> {
  const schoolId = session.school.id;
  const view = challengeViewOf(session, access);
  const isShown = showsContested(columns);
  yield csvTextLine([...columns.map(exportHeading), 'Contested by the applicant']);
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce);
    const rows = await listApplicantRows(db, schoolId, access.view, part, today);
    const challenges = await listChallengesOf(db, schoolId, part);
    for (const row of rows) {
      const place: ApplicantPlace = { applicantId: row.id, advisor: row.advisor, season: row.season };
      const contested = challenges
        .filter(({ applicantId, state }) => applicantId === row.id && state !== 'corrected')
        .filter(({ subject }) => isShown(subject) && isWithin(scopeFor(view, actionOfChallenge(subject)), place))
        .map(challengeText);
      yield csvTextLine([...columns.map((column) => exportCell(column, row)), contested.join('\n')]);
    }
  }
}
