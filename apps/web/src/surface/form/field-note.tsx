import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** What is said between the fields of a form. */
export const FieldNote = ({ children }: { children: ReactNode }) => (
  <Box sx={{ color: 'var(--mute)', fontSize: 13, my: '4px' }}>{children}</Box>
);
