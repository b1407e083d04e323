import type { ListedApplicant } from '@matchwatch/contracts';
import { daysBetween, type ScoreCategory, specialtyName } from '@matchwatch/domain';
import { categoryLabel, imgTierLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import { DataTable } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { dataTableStyle } from '../surface/data-table-style.js';
import { ageText, shortDay } from '../surface/day-text.js';
import { TextLink } from '../surface/text-link.js';
import { useHiddenColumns } from '../views/hidden-columns.js';
import { applicantLink } from './applicant-links.js';
import { advisorName, applicantName } from './applicant-name.js';
import { ContestedMark } from './contested-mark.js';
import { LevelSparkline } from './level-sparkline.js';
import { ReasonChips } from './reason-chips.js';

const Nothing = () => (
  <Box component="span" sx={{ color: 'var(--mute)' }}>
    —
  </Box>
);

function Closed() {
  const t = useText();
  return (
    <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5, whiteSpace: 'nowrap' }}>
      {t('access.closed.cell')}
    </Box>
  );
}

/** A category in a column that is headed “Category”: its letter is enough. */
const categoryMark = (category: ScoreCategory): string => (category.length === 1 ? category : categoryLabel(category).replace(/ yet$/, ''));

/** Moves the focus from name to name, as in a list of files. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-row]')];
  const next = names[names.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Shares of the width, so that a list never needs to be pushed sideways; a narrow window leaves the last ones out. */
const widths = {
  name: 13,
  level: 12.5,
  reasons: 19.5,
  specialty: 10.5,
  category: 6.5,
  imgTier: 6,
  step2Score: 4.5,
  advisor: 7,
  lastMeetingOn: 6,
  changedOn: 6.5,
  trend: 8,
} as const;
const leftOutWhenNarrow = ['imgTier', 'advisor', 'lastMeetingOn', 'trend'] as const;

const tableStyle = (theme: Theme) => ({
  ...dataTableStyle,
  '& .MuiTable-root': { tableLayout: 'fixed' },
  '& .MuiTableCell-root': { ...dataTableStyle['& .MuiTableCell-root'], px: '6px' },
  ...Object.fromEntries(Object.entries(widths).map(([column, width]) => [`& th.column-${column}`, { width: `${width}%` }])),
  '& td.column-name': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& th.column-step2Score, & td.column-step2Score': { textAlign: 'right', pr: '14px' },
  [theme.breakpoints.down('lg')]: { [leftOutWhenNarrow.map((column) => `& .column-${column}`).join(', ')]: { display: 'none' } },
});

/** The list on a wide window; sorting and paging happen in the database. */
export function ApplicantTable() {
  const t = useText();
  const today = useSession()?.school.today;
  // A role that knows nobody's risk has no use for columns of it.
  const risk = useRoleDoes()('risk.view');
  const { hidden } = useHiddenColumns();
  return (
    <Box onKeyDown={onArrow} sx={{ overflowX: 'auto' }}>
      <DataTable<ListedApplicant> rowClick={false} bulkActionButtons={false} size="small" sx={tableStyle}>
        <DataTable.Col<ListedApplicant>
          source="name"
          label={t('applicants.columns.name')}
          render={({ id, name, externalId, contested }) => (
            <>
              <TextLink to={applicantLink(id)} data-row="" title={externalId} sx={{ fontWeight: 600 }}>
                {applicantName(name)}
              </TextLink>
              <ContestedMark count={contested} />
            </>
          )}
        />
        {risk && !hidden.includes('level') && (
          <DataTable.Col<ListedApplicant>
            source="level"
            label={t('applicants.columns.level')}
            sortByOrder="DESC"
            render={({ riskLevel, riskOpen }) => (riskLevel ? <LevelBadge level={riskLevel} /> : riskOpen ? <Nothing /> : <Closed />)}
          />
        )}
        {risk && !hidden.includes('reasons') && (
          <DataTable.Col<ListedApplicant>
            source="reasons"
            disableSort
            label={t('applicants.columns.reasons')}
            render={(row) => <ReasonChips row={row} />}
          />
        )}
        {!hidden.includes('specialty') && (
          <DataTable.Col<ListedApplicant>
            source="specialty"
            label={t('applicants.columns.specialty')}
            render={({ primarySpecialty }) =>
              primarySpecialty ? (
                specialtyName(primarySpecialty)
              ) : (
                <Box component="span" sx={{ color: 'var(--mute)' }}>
                  {t('applicant.undecided')}
                </Box>
              )
            }
          />
        )}
        {risk && !hidden.includes('category') && (
          <DataTable.Col<ListedApplicant>
            source="category"
            label={t('applicants.columns.category')}
            render={({ category }) => (category ? <span title={categoryLabel(category)}>{categoryMark(category)}</span> : <Nothing />)}
          />
        )}
        {risk && !hidden.includes('imgTier') && (
          <DataTable.Col<ListedApplicant>
            source="imgTier"
            disableSort
            label={t('applicants.columns.imgTier')}
            render={({ imgTier }) => (imgTier ? imgTierLabel(imgTier) : <Nothing />)}
          />
        )}
        {!hidden.includes('step2Score') && (
          <DataTable.Col<ListedApplicant>
            source="step2Score"
            label={t('applicants.columns.step2Score')}
            render={({ step2Score }) => step2Score ?? <Nothing />}
          />
        )}
        {!hidden.includes('advisor') && (
          <DataTable.Col<ListedApplicant>
            source="advisor"
            label={t('applicants.columns.advisor')}
            render={({ advisor }) => (advisor ? <Advisor email={advisor} /> : <Nothing />)}
          />
        )}
        {risk && !hidden.includes('lastMeetingOn') && (
          <DataTable.Col<ListedApplicant>
            source="lastMeetingOn"
            label={t('applicants.columns.lastMeetingOn')}
            render={({ lastMeetingOn }) => (lastMeetingOn ? shortDay(lastMeetingOn, today) : <Nothing />)}
          />
        )}
        {!hidden.includes('changedOn') && (
          <DataTable.Col<ListedApplicant>
            source="changedOn"
            label={t('applicants.columns.changedOn')}
            render={({ changedOn }) => (
              <span title={shortDay(changedOn)} style={{ whiteSpace: 'nowrap' }}>
                {today ? ageText(daysBetween(changedOn, today)) : shortDay(changedOn)}
              </span>
            )}
          />
        )}
        {risk && !hidden.includes('trend') && (
          <DataTable.Col<ListedApplicant>
            source="trend"
            disableSort
            label={t('applicants.columns.trend')}
            render={({ trend, riskLevel }) => <LevelSparkline trend={trend} level={riskLevel} today={today} />}
          />
        )}
      </DataTable>
    </Box>
  );
}

function Advisor({ email }: { email: string }) {
  return (
    <Box
      component="span"
      title={`${advisorName(email)}, ${email}`}
      sx={{
        whiteSpace: 'nowrap',
        display: 'inline-block',
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        verticalAlign: 'bottom',
      }}
    >
      {advisorName(email).split(' ').at(-1)}
    </Box>
  );
}
