import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** What stands at the right of the title: one small action or a number. */
  action?: ReactNode;
  children: ReactNode;
  /** Without inner padding, for lists and tables that run to the edge. */
  flush?: boolean;
}

/** A white sheet with a small heading: the unit that pages are made of. */
export function Card({ title, action, children, flush = false }: CardProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={title === undefined ? undefined : id}
      sx={{
        bgcolor: 'var(--paper)',
        border: '1px solid var(--line)',
        borderRadius: '14px',
        minWidth: 0,
        p: flush ? 0 : { xs: '14px 16px', sm: '18px 20px' },
      }}
    >
      {title !== undefined && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'baseline',
            justifyContent: 'space-between',
            gap: 2,
            mb: '10px',
            ...(flush && { p: '16px 20px 0' }),
          }}
        >
          <Typography id={id} variant="h2">
            {title}
          </Typography>
          {action !== undefined && <Box sx={{ fontSize: 13, color: 'var(--mute)', flexShrink: 0, maxWidth: '62%' }}>{action}</Box>}
        </Box>
      )}
      {children}
    </Box>
  );
}
