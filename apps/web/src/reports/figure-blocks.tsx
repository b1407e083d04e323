import type { ReportFigure } from '@matchwatch/report';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { countText } from '../surface/day-text.js';
import { ReportNumberText } from './report-number.js';

/** The levels of a report side by side, each with what it was before. */
export function FigureStrip({ figures }: { figures: readonly ReportFigure[] }) {
  const t = useText();
  return (
    <Box
      component="section"
      sx={{
        bgcolor: 'var(--paper)',
        border: '1px solid var(--line)',
        borderRadius: '14px',
        mb: '18px',
        p: '4px',
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(3, 1fr)', md: `repeat(${figures.length}, 1fr)` },
        '@media print': { gridTemplateColumns: `repeat(${figures.length}, 1fr)` },
      }}
    >
      {figures.map((figure) => (
        <Box key={figure.key} sx={{ p: '14px 16px 12px', minWidth: 0 }}>
          <Box component="b" sx={{ fontSize: 26, lineHeight: 1.2, letterSpacing: '-0.02em', fontWeight: 650 }}>
            <ReportNumberText number={figure} />
          </Box>{' '}
          {figure.before && figure.value !== null && figure.before.value !== null && (
            <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5, ml: '6px', whiteSpace: 'nowrap' }}>
              {figure.value === figure.before.value ? (
                <span data-number={figure.before.key} data-value={figure.before.value}>
                  {t('reports.same')}
                </span>
              ) : (
                <span data-number={figure.before.key} data-value={figure.before.value}>
                  {t('reports.before', { count: countText(figure.before.value) })}
                </span>
              )}
            </Box>
          )}
          <Box sx={{ mt: '6px' }}>
            {figure.level ? (
              <LevelBadge level={figure.level} />
            ) : (
              <Box sx={{ color: 'var(--mute)', fontSize: 13, pt: '2px' }}>{figure.label}</Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** Numbers one below the other, each with what it counts. */
export function FigureRows({ figures }: { figures: readonly ReportFigure[] }) {
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {figures.map((figure) => (
        <Box key={figure.key} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 2, py: '6px' }}>
          <Box component="dt" sx={{ color: 'var(--mute)' }}>
            {figure.label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: 17, fontWeight: 650, letterSpacing: '-0.01em' }}>
            <ReportNumberText number={figure} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
