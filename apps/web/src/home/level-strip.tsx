import type { Home } from '@matchwatch/contracts';
import type { RiskLevel } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import { applicantsLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { countText } from '../surface/day-text.js';

const Cell = styled(Link)({
  display: 'block',
  padding: '14px 18px 13px',
  color: 'inherit',
  textDecoration: 'none',
  borderRadius: 12,
  '&:hover': { backgroundColor: 'var(--raised)' },
  '&:hover b': { textDecoration: 'underline', textDecorationThickness: 1, textUnderlineOffset: 5 },
});

/** How many stand where: five numbers over one bar, each a link to its list. */
export function LevelStrip({ home }: { home: Home }) {
  const t = useText();
  return (
    <Box
      component="section"
      aria-label={t('home.levels')}
      sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', mb: '18px', overflow: 'hidden' }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(3, 1fr)', md: 'repeat(5, 1fr)' }, p: '4px' }}>
        {levelsBySeverity.map((level) => (
          <Cell key={level} to={applicantsLink({ season: home.season, riskLevel: [level] })}>
            <Box component="b" sx={{ fontSize: 26, lineHeight: 1.2, letterSpacing: '-0.02em', fontWeight: 650 }}>
              {countText(home.levels[level] ?? 0)}
            </Box>{' '}
            <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5, ml: 1 }}>
              {share(home.levels[level] ?? 0, home.total)}
            </Box>
            <Box sx={{ mt: '6px' }}>
              <LevelBadge level={level} />
            </Box>
          </Cell>
        ))}
      </Box>
      <LevelBar levels={home.levels} height={6} />
    </Box>
  );
}

function share(count: number, total: number): string {
  if (total === 0 || count === 0) return '';
  const percent = (100 * count) / total;
  return percent < 1 ? '< 1 %' : `${Math.round(percent)} %`;
}

/** A stacked bar of levels; its numbers always stand beside it as text. */
export function LevelBar({ levels, height = 9 }: { levels: Partial<Record<RiskLevel, number>>; height?: number }) {
  return (
    <Box aria-hidden="true" sx={{ height, display: 'flex', gap: '1px', overflow: 'hidden', bgcolor: 'var(--not-assessable-soft)' }}>
      {levelsBySeverity.map((level) => {
        const count = levels[level] ?? 0;
        return count === 0 ? null : <Box key={level} sx={{ flex: `${count} 0 2px`, bgcolor: `var(--${level}-solid)` }} />;
      })}
    </Box>
  );
}
