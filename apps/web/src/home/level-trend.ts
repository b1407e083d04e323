import type { Home } from '@matchwatch/contracts';
import { type Day, dayNumber, type RiskLevel } from '@matchwatch/domain';
import type { EChartsCoreOption } from 'echarts/core';
import { axisStyle, tooltipStyle } from '../charts/axis-style.js';
import { shortDay } from '../surface/day-text.js';
import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';

/** Levels the picture stacks, from the ground up: those that need a person. */
export const trendLevels = ['high-risk', 'at-risk', 'watch'] as const satisfies readonly RiskLevel[];

const milliseconds = (day: Day): number => dayNumber(day) * 86_400_000;

/** Levels over the weeks as stacked areas with their names at the right end. */
export function levelTrendOption(trend: Home['trend'], labelOf: (level: RiskLevel) => string, tokens: Tokens): EChartsCoreOption {
  const axis = axisStyle(tokens);
  return {
    grid: { left: 4, right: 84, top: 10, bottom: 22, containLabel: false },
    tooltip: { trigger: 'axis', ...tooltipStyle(tokens) },
    xAxis: {
      type: 'time',
      ...axis,
      splitLine: { show: false },
      axisLabel: {
        ...axis.axisLabel,
        formatter: (at: number) => shortDay(new Date(at).toISOString().slice(0, 10) as Day).replace(/ \d{4}$/, ''),
        hideOverlap: true,
        showMinLabel: true,
        alignMinLabel: 'left',
      },
      splitNumber: 3,
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: trendLevels.map((level) => ({
      name: labelOf(level),
      type: 'line',
      stack: 'levels',
      symbol: 'none',
      lineStyle: { width: 0 },
      areaStyle: { color: tokens.levels[level].solid, opacity: 0.9 },
      itemStyle: { color: tokens.levels[level].solid },
      endLabel: {
        show: true,
        formatter: (point: { value: [number, number] }) => `${labelOf(level)} ${point.value[1]}`,
        color: tokens.levels[level].ink,
        fontSize: 11.5,
        fontWeight: 600,
        fontFamily,
        distance: 6,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      data: trend.map(({ on, levels }) => [milliseconds(on), levels[level] ?? 0]),
    })),
  };
}
