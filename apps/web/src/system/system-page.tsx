import type { System } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { SchedulesCard } from '../runs/schedules-card.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { ClosedPage } from '../shell/closed-page.js';
import { countWord, instantText } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { useFailed } from '../surface/use-failed.js';
import { BackupsCard } from './backups-card.js';
import { HealthCard, healthParts } from './health-card.js';
import { VersionCard } from './version-card.js';

const key = ['system'];
const askAgainAfter = 30_000;
const whileWorking = 1_000;

/** The installation for its administrator: what works, what is backed up, what runs by itself. */
export function SystemPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const failed = useFailed();
  const does = useRoleDoes();
  const school = useSession()?.school;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const {
    data: system,
    error,
    refetch,
  } = useQuery<System>({
    queryKey: key,
    queryFn: ({ signal }) => api.getSystem(signal),
    enabled: does('system.view'),
    refetchInterval: ({ state }) => (state.data?.backups.workingSince ? whileWorking : askAgainAfter),
  });
  if (!does('system.view')) return <ClosedPage />;
  if (error && !system) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!system) return <PageSkeleton />;
  const backUp = async () => {
    try {
      const backups = await api.backUp();
      client.setQueryData<System>(key, (before) => before && { ...before, backups });
      notify(t('system.backups.asked'), { type: 'info' });
    } catch (failure) {
      failed(failure);
    }
  };
  const troubles =
    healthParts.filter((part) => system[part]?.ok === false).length + (system.backups.failed || system.backups.trouble ? 1 : 0);
  return (
    <>
      <PageHeading
        tab={t('system.title')}
        title={troubles === 0 ? t('system.well') : t('system.troubled', { smart_count: troubles, count: countWord(troubles) })}
        sub={t('system.sub', { at: at(system.now) })}
      />
      <Box
        sx={{
          display: 'grid',
          gap: '18px',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          gridTemplateRows: { lg: 'auto 1fr' },
          alignItems: 'start',
          mb: '18px',
        }}
      >
        <HealthCard system={system} at={at} />
        <Box sx={{ gridRow: { lg: 'span 2' }, minWidth: 0 }}>
          <BackupsCard backups={system.backups} at={at} onBackUp={does('backup.make') ? () => void backUp() : undefined} />
        </Box>
        <VersionCard system={system} />
      </Box>
      <SchedulesCard />
    </>
  );
}
