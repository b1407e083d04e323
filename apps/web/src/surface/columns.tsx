import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The space between cards. */
const gap = '18px';

interface ColumnsProps {
  /** How wide the columns are, where there is room for two. */
  first?: string;
  second?: string;
  children: ReactNode;
}

/** Two columns of cards, or one where there is no room for two. */
export const Columns = ({ first = '1.55fr', second = '1fr', children }: ColumnsProps) => (
  <Box
    sx={{
      display: 'grid',
      gap,
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: `minmax(0, ${first}) minmax(0, ${second})` },
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);

/** Cards one below the other. */
export const Column = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 }}>{children}</Box>
);
