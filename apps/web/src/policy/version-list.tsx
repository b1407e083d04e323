import type { PolicyVersion } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { TextLink } from '../surface/text-link.js';
import { VersionState } from './version-state.js';

/** The cache's name of the list of versions. */
export const versionsKey = ['policy-versions', 'list'] as const;

/** The school's own versions, newest first. */
export function VersionList() {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: versionsKey,
    queryFn: ({ signal }) =>
      api.getList<PolicyVersion>('policy-versions', {
        filter: {},
        sort: { field: 'id', order: 'DESC' },
        pagination: { page: 1, perPage: 100 },
        signal,
      }),
    staleTime: 0,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (isPending) return <RowSkeletons />;
  const versions = data.data;
  if (versions.length === 0)
    return (
      <Card>
        <EmptyState title={t('policy.versions.none')}>{t('policy.versions.noneText')}</EmptyState>
      </Card>
    );
  return (
    <Card title={t('policy.versions.title')}>
      <Box component="ul" sx={plainList}>
        {versions.map((version) => (
          <Box
            component="li"
            key={version.id}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) auto' },
              gap: '2px 16px',
              py: '10px',
              borderTop: '1px solid var(--line)',
              '&:first-of-type': { borderTop: 0, pt: '2px' },
            }}
          >
            <TextLink to={`/policy/versions/${version.id}`} sx={{ fontWeight: 600 }}>
              {version.version}
            </TextLink>
            <VersionState version={version} />
            <Box sx={{ gridColumn: '1 / -1', color: 'var(--mute)', fontSize: 13 }}>
              {[
                t('policy.versions.from', { day: shortDay(version.effectiveOn, today) }),
                t('policy.versions.keys', { smart_count: version.keys.length }),
                t('policy.versions.by', { by: version.author }),
                version.reason,
              ].join(' · ')}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
