import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ py: 6, px: 3, textAlign: 'center', maxWidth: 520, mx: 'auto' }}>
      <Typography variant="h2" sx={{ fontSize: 16, mb: '6px' }}>
        {title}
      </Typography>
      {children !== undefined && (
        <Typography component="div" sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>
          {children}
        </Typography>
      )}
      {action !== undefined && <Box sx={{ mt: '18px', display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>{action}</Box>}
    </Box>
  );
}
