import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useText } from '../i18n/use-text.js';

/** The outline of a page while its parts arrive. */
export function PageSkeleton() {
  const t = useText();
  return (
    <Box role="status" aria-label={t('state.loading')}>
      <Skeleton variant="rounded" width="min(420px, 80%)" height={28} />
      <Skeleton variant="rounded" width="min(560px, 95%)" height={16} sx={{ mt: '10px', mb: '24px' }} />
      <Box sx={{ display: 'grid', gap: '18px', gridTemplateColumns: { xs: '1fr', md: '1.55fr 1fr' } }}>
        <Skeleton variant="rounded" height={280} sx={{ borderRadius: '14px' }} />
        <Skeleton variant="rounded" height={280} sx={{ borderRadius: '14px' }} />
        <Skeleton variant="rounded" height={180} sx={{ borderRadius: '14px' }} />
        <Skeleton variant="rounded" height={180} sx={{ borderRadius: '14px' }} />
      </Box>
    </Box>
  );
}
