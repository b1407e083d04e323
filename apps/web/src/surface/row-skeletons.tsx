import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useText } from '../i18n/use-text.js';

/** The outline of a list while its rows arrive. */
export function RowSkeletons({ rows = 8 }: { rows?: number }) {
  const t = useText();
  return (
    <Box role="status" aria-label={t('state.loading')} sx={{ p: '8px 20px' }}>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} sx={{ display: 'flex', gap: 3, py: '11px', borderTop: row > 0 ? '1px solid var(--line)' : undefined }}>
          <Skeleton variant="rounded" width="22%" height={18} />
          <Skeleton variant="rounded" width={86} height={18} />
          <Skeleton variant="rounded" width={`${28 + ((row * 7) % 20)}%`} height={18} />
        </Box>
      ))}
    </Box>
  );
}
