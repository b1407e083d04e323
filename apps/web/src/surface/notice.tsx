import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface NoticeProps {
  title: string;
  /** The ink of the edge; quiet unless told. */
  ink?: string | undefined;
  children: ReactNode;
}

/** What somebody must know before they read on: a title and a sentence or two at the top of a page. */
export function Notice({ title, ink = 'var(--line-strong)', children }: NoticeProps) {
  return (
    <Box
      role="note"
      sx={{
        border: '1px solid var(--line)',
        borderLeft: `4px solid ${ink}`,
        bgcolor: 'var(--paper)',
        borderRadius: '10px',
        p: '12px 18px',
        mb: '18px',
        overflowWrap: 'anywhere',
      }}
    >
      <b>{title}</b>
      {children}
    </Box>
  );
}
