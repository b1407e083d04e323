import type { ApplicantRow, ExportColumn } from '@matchwatch/contracts';
import { exportColumns } from '@matchwatch/contracts';
import { type ApplicantRecord, findingLevels, specialtyName } from '@matchwatch/domain';
import { applicantTypeLabel, categoryLabel, imgTierLabel, missingLabel, riskLevelLabel, sentence } from '@matchwatch/words';

/** What stands in a cell that its reader must not know: nothing left out looks as if it were not known. */
export const withheld = 'withheld';

/** How a column is headed and what stands in it; the parts of the record it shows, and whether it shows what rules found. */
interface ExportCell {
  readonly heading: string;
  readonly text: (row: ApplicantRow) => string;
  readonly shows: readonly (keyof ApplicantRecord)[];
}

const flagsText = ({ openFlags }: ApplicantRow): string => findingLevels.map((level) => `${openFlags[level]} ${level}`).join(', ');

const cells: Readonly<Record<ExportColumn, ExportCell>> = {
  externalId: { heading: 'School ID', text: ({ externalId }) => externalId, shows: ['externalId'] },
  familyName: { heading: 'Family name', text: ({ name }) => name.family, shows: ['name'] },
  givenName: { heading: 'Given name', text: ({ name }) => name.given, shows: ['name'] },
  preferredName: { heading: 'Preferred name', text: ({ name }) => name.preferred ?? '', shows: ['name'] },
  season: { heading: 'Match season', text: ({ season }) => String(season), shows: ['season'] },
  applicantType: { heading: 'Applicant type', text: ({ applicantType }) => applicantTypeLabel(applicantType), shows: ['applicantType'] },
  primarySpecialty: {
    heading: 'Primary specialty',
    text: ({ primarySpecialty }) => (primarySpecialty ? specialtyName(primarySpecialty) : ''),
    shows: ['specialtyPlan'],
  },
  step2Score: { heading: 'Step 2 CK', text: ({ step2Score }) => (step2Score === null ? '' : String(step2Score)), shows: ['exams'] },
  advisor: { heading: 'Advisor', text: ({ advisor }) => advisor ?? '', shows: ['advisor'] },
  changedOn: { heading: 'Record changed on', text: ({ changedOn }) => changedOn, shows: [] },
  riskLevel: { heading: 'Level', text: ({ riskLevel }) => (riskLevel ? riskLevelLabel(riskLevel) : 'Not assessed yet'), shows: [] },
  reasons: { heading: 'Because', text: ({ reasons }) => reasons.map(sentence).join(' '), shows: [] },
  missing: { heading: 'Not known', text: ({ missing }) => missing.map(missingLabel).join(', '), shows: [] },
  category: { heading: 'Score category', text: ({ category }) => (category ? categoryLabel(category) : ''), shows: ['exams'] },
  imgTier: { heading: 'IMG tier', text: ({ imgTier }) => (imgTier ? imgTierLabel(imgTier) : ''), shows: [] },
  openFlags: { heading: 'Open flags', text: flagsText, shows: [] },
  levelSince: { heading: 'Level since', text: ({ levelSince }) => levelSince ?? '', shows: [] },
  lastMeetingOn: { heading: 'Last met on', text: ({ lastMeetingOn }) => lastMeetingOn ?? '', shows: [] },
  nextDueOn: { heading: 'Next due on', text: ({ nextDueOn }) => nextDueOn ?? '', shows: [] },
};

/** The heading of a column. */
export const exportHeading = (column: ExportColumn): string => cells[column].heading;

const isRisk = (column: ExportColumn): boolean => exportColumns[column] === 'risk.view';

/** What stands in a column for an applicant. */
export const exportCell = (column: ExportColumn, row: ApplicantRow): string =>
  isRisk(column) && !row.riskOpen ? withheld : cells[column].text(row);

/** Whether some columns show what a challenge is about. */
export const showsContested =
  (columns: readonly ExportColumn[]) =>
  ({ kind, about }: { kind: 'fact' | 'finding'; about: string }): boolean =>
    columns.some((column) => (kind === 'finding' ? isRisk(column) : cells[column].shows.some((part) => part === about)));
