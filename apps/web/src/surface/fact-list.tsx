import Box from '@mui/material/Box';
import type { SxProps } from '@mui/material/styles';
import type { ReactNode } from 'react';

interface FactListProps {
  /** How wide the column of names is. */
  names?: string;
  /** Values at the far side, as in an account. */
  account?: boolean;
  sx?: SxProps;
  children: ReactNode;
}

/** Names and what stands for each: of `Fact`. */
export const FactList = ({ names = 'auto', account = false, sx, children }: FactListProps) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gridTemplateColumns: `${names} minmax(0, 1fr)`,
      gap: '5px 16px',
      '& dt': { color: 'var(--mute)' },
      '& dd': { m: 0, ...(account && { textAlign: 'right', overflowWrap: 'anywhere' }) },
      ...sx,
    }}
  >
    {children}
  </Box>
);

interface FactProps {
  name: ReactNode;
  /** Nothing is known of it. */
  unknown?: boolean;
  children: ReactNode;
}

/** A name, and what stands for it. */
export const Fact = ({ name, unknown = false, children }: FactProps) => (
  <>
    <dt>{name}</dt>
    <dd {...(unknown && { style: { color: 'var(--mute)' } })}>{children}</dd>
  </>
);
