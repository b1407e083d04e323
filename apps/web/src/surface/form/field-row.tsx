import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Two fields side by side, where there is room for them. */
export const FieldRow = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: '0 12px', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', alignItems: 'start' }}>
    {children}
  </Box>
);
