import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';

/** Names the browser's tab after the page. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Matchwatch' : `${title} · Matchwatch`;
  }, [title]);
}

export interface PageHeadingProps {
  /** The name of the page for the browser's tab; the heading itself may be a whole sentence. */
  tab: string;
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
}

/** The first thing on every page: what matters, in one sentence, and what can be done. */
export function PageHeading({ tab, title, sub, actions }: PageHeadingProps) {
  usePageTitle(tab);
  return (
    <Box
      component="header"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between', gap: '12px 24px', mb: '20px' }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
        <Typography variant="h1" sx={{ textWrap: 'balance' }}>
          {title}
        </Typography>
        {sub !== undefined && (
          <Typography component="div" sx={{ color: 'var(--mute)', mt: '4px', textWrap: 'pretty' }}>
            {sub}
          </Typography>
        )}
      </Box>
      {actions !== undefined && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
    </Box>
  );
}
