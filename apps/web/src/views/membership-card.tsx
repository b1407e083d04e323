import type { MembershipChange } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { TextLink } from '../surface/text-link.js';

const atOnce = 50;

/** Who joined and left a saved view, the newest first. */
export function MembershipCard({ id, since, version }: { id: number; since: string; version: number }) {
  const t = useText();
  const api = useApi();
  const today = useSession()?.school.today;
  const [most, setMost] = useState(atOnce);
  const { data, error, refetch } = useQuery<MembershipChange[]>({
    queryKey: ['views', id, 'history', version, most],
    queryFn: ({ signal }) => api.getMembership(id, most, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Card title={t('views.history.title')}>
      <Box sx={{ color: 'var(--mute)', mb: '8px' }}>{t('views.history.text', { day: since })}</Box>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && data === undefined && <RowSkeletons rows={3} />}
      {data?.length === 0 && <Box>{t('views.history.none')}</Box>}
      {data && data.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.map(({ applicantId, name, step, on }) => (
            <Box component="li" key={`${applicantId} ${step} ${on}`} sx={{ py: '4px', display: 'flex', gap: '12px' }}>
              <Box sx={{ color: 'var(--mute)', width: 88, flexShrink: 0 }}>{shortDay(on, today)}</Box>
              <span>
                <TextLink to={applicantLink(applicantId)}>{name}</TextLink> {t(`views.history.${step}`)}
              </span>
            </Box>
          ))}
        </Box>
      )}
      {data?.length === most && most < 200 && <Button onClick={() => setMost(200)}>{t('views.history.more')}</Button>}
    </Card>
  );
}
