import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface FactListProps {
  /** How wide the column of names is. */
  names?: string;
  /** Values at the far side, as in an account. */
  account?: boolean;
  /** Values are numbers, and what the list is about. */
  strong?: boolean;
  dense?: boolean;
  children: ReactNode;
}

/** Names and what stands for each: of `Fact`. */
export const FactList = ({ names = 'auto', account = false, strong = false, dense = false, children }: FactListProps) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gridTemplateColumns: `${names} minmax(0, 1fr)`,
      gap: dense ? '2px 16px' : '5px 16px',
      '& dt': { color: 'var(--mute)' },
      '& dd': { m: 0, ...(account && { textAlign: 'right', overflowWrap: 'anywhere' }), ...(strong && { fontWeight: 600 }) },
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
