import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Wordmark } from '../shell/wordmark.js';
import { usePageTitle } from '../surface/page-heading.js';

interface SignInFrameProps {
  tab: string;
  title: string;
  sub?: ReactNode;
  children?: ReactNode;
}

/** What every step of the way in stands in. */
export function SignInFrame({ tab, title, sub, children }: SignInFrameProps) {
  usePageTitle(tab);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Box sx={{ mb: '28px' }}>
          <Wordmark size={18} />
        </Box>
        <Typography variant="h1" sx={{ mb: '6px' }}>
          {title}
        </Typography>
        {sub !== undefined && (
          <Typography component="div" sx={{ color: 'var(--mute)', mb: '22px' }}>
            {sub}
          </Typography>
        )}
        {children}
      </Box>
    </Box>
  );
}
