import type { Home } from '@matchwatch/contracts';
import { riskLevelLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useCallback, useMemo } from 'react';
import { ChartCard } from '../charts/chart-card.js';
import { useText } from '../i18n/use-text.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import type { Tokens } from '../theme/tokens.js';
import { levelTrendOption } from './level-trend.js';

/** Twelve weeks of levels. */
export function LevelTrendCard({ home: { trend } }: { home: Home }) {
  const t = useText();
  const optionOf = useCallback((tokens: Tokens) => levelTrendOption(trend, riskLevelLabel, tokens), [trend]);
  const table = useMemo(
    () => ({
      caption: t('home.trend.title'),
      columns: [t('home.trend.week'), ...levelsBySeverity.map(riskLevelLabel)],
      rows: trend.map(({ on, levels }) => [shortDay(on), ...levelsBySeverity.map((level) => levels[level] ?? 0)]),
    }),
    [trend, t],
  );
  // One point is no line: say so instead of drawing an empty picture.
  if (trend.length < 2)
    return (
      <Card title={t('home.trend.title')}>
        <Box sx={{ color: 'var(--mute)' }}>{t('home.trend.tooShort')}</Box>
      </Card>
    );
  return (
    <ChartCard
      title={t('home.trend.title')}
      label={t('home.trend.label', { weeks: trend.length })}
      height={168}
      optionOf={optionOf}
      table={table}
    />
  );
}
