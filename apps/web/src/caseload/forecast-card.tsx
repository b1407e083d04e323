import type { Caseload } from '@matchwatch/contracts';
import { seasonMarkText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { axisStyle, tooltipStyle } from '../charts/axis-style.js';
import { ChartCard } from '../charts/chart-card.js';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';

const rounded = (meetings: number): number => Math.round(meetings * 10) / 10;

/** The meetings of each week as bars with their numbers above. */
function forecastOption({ forecast, today }: Caseload, tokens: Tokens): EChartsCoreOption {
  const axis = axisStyle(tokens);
  return {
    grid: { left: 4, right: 4, top: 22, bottom: 22, containLabel: false },
    tooltip: { trigger: 'axis', ...tooltipStyle(tokens) },
    xAxis: { type: 'category', ...axis, splitLine: { show: false }, data: forecast.map(({ week }) => shortDay(week, today)) },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        type: 'bar',
        barMaxWidth: 44,
        itemStyle: { color: tokens.brand, borderRadius: [4, 4, 0, 0] },
        label: { show: true, position: 'top', color: tokens.mute, fontSize: 11.5, fontFamily },
        data: forecast.map(({ meetings }) => rounded(meetings)),
      },
    ],
  };
}

/** What the levels of today ask of the weeks until the season's next day. */
export function ForecastCard({ caseload }: { caseload: Caseload }) {
  const t = useText();
  const { until, forecast, today } = caseload;
  const optionOf = useCallback((tokens: Tokens) => forecastOption(caseload, tokens), [caseload]);
  const table = useMemo(
    () => ({
      caption: t('caseload.forecast.meetings'),
      columns: [t('caseload.forecast.week'), t('caseload.forecast.meetings')],
      rows: forecast.map(({ week, meetings }) => [shortDay(week, today), rounded(meetings)]),
    }),
    [forecast, today, t],
  );
  if (until === null || forecast.length === 0) return <Box sx={{ color: 'var(--mute)', mt: '18px' }}>{t('caseload.forecast.none')}</Box>;
  return (
    <Box sx={{ mt: '18px' }}>
      <ChartCard
        title={t('caseload.forecast.title', { what: `${seasonMarkText(until.mark)}, ${shortDay(until.on, today)}` })}
        label={t('caseload.forecast.label', { day: shortDay(until.on, today) })}
        height={180}
        optionOf={optionOf}
        table={table}
      />
    </Box>
  );
}
