import { type Challenge, type ChallengeFilter, challengeFilterSchema } from '@matchwatch/contracts';
import { challengeSubjectLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { dataTableStyle } from '../surface/data-table-style.js';
import { shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { TextLink } from '../surface/text-link.js';
import { ChallengeStanding } from './challenge-entry.js';

const choices = ['all', 'open', 'overdue', 'decided'] as const;
type Choice = (typeof choices)[number];

const filterOf: Readonly<Record<Choice, ChallengeFilter>> = {
  all: {},
  open: { state: ['open'] },
  overdue: { overdue: true },
  decided: { state: ['corrected', 'declined'] },
};

function choiceOf({ overdue, state }: ChallengeFilter): Choice {
  if (overdue) return 'overdue';
  if (state === undefined) return 'all';
  return state.includes('open') ? 'open' : 'decided';
}

/** Whom a challenge is by; leads to their page. */
const Whom = ({ challenge: { applicant, applicantId } }: { challenge: Challenge }) => (
  <TextLink to={`/applicants/${applicantId}/show`} sx={{ fontWeight: 600 }}>
    {applicant}
  </TextLink>
);

/** Every challenge that is open to the reader, what is due first. */
export function ChallengeList() {
  return (
    <ListBase<Challenge>
      resource="challenges"
      sort={{ field: 'dueOn', order: 'ASC' }}
      perPage={25}
      queryOptions={{ placeholderData: (previous) => previous }}
    >
      <ChallengeListPage />
    </ListBase>
  );
}

function ChallengeListPage() {
  const t = useText();
  const { total, isPending, error, refetch, filterValues, setFilters } = useListContext<Challenge>();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const read = challengeFilterSchema.safeParse(filterValues);
  const choice = choiceOf(read.success ? read.data : {});
  return (
    <>
      <PageHeading tab={t('challenge.title')} title={t('challenge.title')} sub={t('challenge.sub')} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={choice}
        onChange={(_event, next: Choice | null) => next && setFilters(filterOf[next], {}, false)}
        aria-label={t('challenge.filter.label')}
        sx={{ mb: '14px' }}
      >
        {choices.map((each) => (
          <ToggleButton key={each} value={each}>
            {t(`challenge.filter.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Box sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', overflow: 'hidden' }}>
          {isPending ? (
            <RowSkeletons rows={6} />
          ) : total === 0 ? (
            <EmptyState title={t(choice === 'all' ? 'challenge.empty.title' : 'challenge.empty.filteredTitle')}>
              {t(choice === 'all' ? 'challenge.empty.text' : 'challenge.empty.filteredText')}
            </EmptyState>
          ) : wide ? (
            <ChallengeTable />
          ) : (
            <ChallengeCards />
          )}
        </Box>
      )}
      {!isPending && !error && <ListPager />}
    </>
  );
}

function ChallengeTable() {
  const t = useText();
  const today = useSession()?.school.today;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <DataTable<Challenge> rowClick={false} bulkActionButtons={false} size="small" sx={dataTableStyle}>
        <DataTable.Col<Challenge>
          source="applicant"
          disableSort
          label={t('challenge.columns.applicant')}
          render={(challenge) => <Whom challenge={challenge} />}
        />
        <DataTable.Col<Challenge>
          source="subject"
          disableSort
          label={t('challenge.columns.about')}
          render={({ subject }) => challengeSubjectLabel(subject)}
        />
        <DataTable.Col<Challenge>
          source="contested"
          disableSort
          label={t('challenge.columns.contested')}
          render={({ contested }) => <Box sx={{ overflowWrap: 'anywhere' }}>{contested}</Box>}
        />
        <DataTable.Col<Challenge>
          source="receivedOn"
          label={t('challenge.columns.receivedOn')}
          render={({ receivedOn }) => <span style={{ whiteSpace: 'nowrap' }}>{shortDay(receivedOn, today)}</span>}
        />
        <DataTable.Col<Challenge>
          source="dueOn"
          label={t('challenge.columns.dueOn')}
          render={({ dueOn }) => <span style={{ whiteSpace: 'nowrap' }}>{shortDay(dueOn, today)}</span>}
        />
        <DataTable.Col<Challenge>
          source="state"
          disableSort
          label={t('challenge.columns.state')}
          render={(challenge) => <ChallengeStanding challenge={challenge} />}
        />
      </DataTable>
    </Box>
  );
}

function ChallengeCards() {
  const t = useText();
  const today = useSession()?.school.today;
  const { data = [] } = useListContext<Challenge>();
  return (
    <Box component="ul" sx={plainList}>
      {data.map((challenge) => (
        <Box component="li" key={challenge.id} sx={{ p: '12px 16px', ...ruled }}>
          <Whom challenge={challenge} /> · {challengeSubjectLabel(challenge.subject)}
          <Box sx={{ overflowWrap: 'anywhere' }}>{t('challenge.contests', { contested: challenge.contested })}</Box>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
            {t('challenge.received', { day: shortDay(challenge.receivedOn, today) })} · <ChallengeStanding challenge={challenge} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
