import type { ApplicantAccess } from '@matchwatch/contracts';
import { accessText, openedText, roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../http/use-api.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../../session/use-session.js';
import { Card } from '../../surface/card.js';
import { Columns } from '../../surface/columns.js';
import { instantText } from '../../surface/day-text.js';
import { Failure } from '../../surface/failure.js';
import { plainList } from '../../surface/plain-list.js';
import { RowSkeletons } from '../../surface/row-skeletons.js';
import { ruled } from '../../surface/ruled.js';

const rowStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: '2px 16px',
  py: '9px',
  ...ruled,
} as const;

/** Who may see an applicant and why, and who looked: for the people it is about as for those who look after it. */
export function AccessPanel({ applicantId }: { applicantId: number }) {
  const t = useText();
  const api = useApi();
  const { data, error, refetch } = useQuery<ApplicantAccess>({
    queryKey: ['applicants', 'access', applicantId],
    queryFn: ({ signal }) => api.getAccess(applicantId, signal),
    staleTime: 0,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Columns first="1.3fr">
      <Card title={t('access.who.title')} action={data && t('access.who.count', { smart_count: data.people.length })}>
        {data ? <WhoMaySee people={data.people} /> : <RowSkeletons rows={5} />}
      </Card>
      <Card title={t('access.looked.title')}>{data ? <WhoLooked looked={data.looked} /> : <RowSkeletons rows={4} />}</Card>
    </Columns>
  );
}

function WhoMaySee({ people }: Pick<ApplicantAccess, 'people'>) {
  const t = useText();
  return (
    <Box component="ul" sx={plainList}>
      {people.map(({ id, name, role, because, may, walled }) => (
        <Box component="li" key={id} sx={rowStyle}>
          <Box sx={{ minWidth: 0 }}>
            <b>{name}</b>
            <Box component="span" sx={{ color: 'var(--mute)' }}>
              {' · '}
              {because === 'role' ? accessText(because, role) : `${roleLabel(role).toLowerCase()}, ${accessText(because, role)}`}
            </Box>
            {walled && <Box sx={{ fontSize: 12.5, color: 'var(--at-risk-ink)' }}>{t('access.who.walled')}</Box>}
          </Box>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{openedText(may).join(', ')}</Box>
        </Box>
      ))}
    </Box>
  );
}

function WhoLooked({ looked }: Pick<ApplicantAccess, 'looked'>) {
  const t = useText();
  const school = useSession()?.school;
  if (looked.length === 0) return <Box sx={{ color: 'var(--mute)' }}>{t('access.looked.none')}</Box>;
  return (
    <Box component="ul" sx={plainList}>
      {looked.map(({ personId, name, role, looks, lastAt }) => (
        <Box component="li" key={personId} sx={rowStyle}>
          <span>
            <b>{name}</b>
            <Box component="span" sx={{ color: 'var(--mute)' }}>{` · ${roleLabel(role).toLowerCase()}`}</Box>
          </span>
          <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
            {t('access.looked.times', { smart_count: looks })},{' '}
            {t('access.looked.last', { at: instantText(lastAt, school?.timeZone, school?.today) })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
