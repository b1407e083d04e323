import type { RiskLevel } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { TextLink } from '../surface/text-link.js';
import { LevelBadge } from './level-badge.js';

interface LevelMoveRowProps {
  applicantId: number;
  name: string;
  /** Said below the name. */
  sub?: string;
  sign?: ReactNode;
  why: string;
  /** The reasons are long, and stand below the name even where there is room beside it. */
  longWhy?: boolean;
  /** The levels. */
  children: ReactNode;
}

/** Whose level moved, from which to which, and why: a row of a list. */
export function LevelMoveRow({ applicantId, name, sub, sign, why, longWhy = false, children }: LevelMoveRowProps) {
  const narrow = `${sign ? '20px ' : ''}minmax(0, 1fr) auto`;
  const wide = `${sign ? '20px ' : ''}160px minmax(0, 1fr) auto`;
  const below = { gridColumn: sign ? '2 / -1' : '1 / -1', gridRow: 2 };
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: narrow, sm: longWhy ? narrow : wide },
        gap: '3px 12px',
        alignItems: 'baseline',
        py: '9px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: '2px' },
      }}
    >
      {sign}
      <Box sx={{ minWidth: 0 }}>
        <TextLink to={applicantLink(applicantId)} sx={{ fontWeight: 600, color: 'var(--ink)' }}>
          {name}
        </TextLink>
        {sub && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{sub}</Box>}
      </Box>
      <Box
        sx={{
          color: 'var(--mute)',
          fontSize: 13,
          minWidth: 0,
          ...(longWhy ? below : { gridColumn: { xs: below.gridColumn, sm: 'auto' }, gridRow: { xs: below.gridRow, sm: 'auto' } }),
        }}
      >
        {why}
      </Box>
      {children}
    </Box>
  );
}

interface LevelMoveProps {
  from: RiskLevel | null;
  to: RiskLevel | null;
  /** What no level is called, where there may be none. */
  none?: string;
}

/** From one level to another. */
export function LevelMove({ from, to, none }: LevelMoveProps) {
  const t = useText();
  const level = (each: RiskLevel | null) => (each ? <LevelBadge level={each} /> : none && <span>{none}</span>);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 6px', alignItems: 'center' }}>
      {(from !== null || none) && (
        <>
          {level(from)}
          <span role="img" aria-label={t('run.changes.to')}>
            →
          </span>
        </>
      )}
      {level(to)}
    </Box>
  );
}
