import type { Home } from '@matchwatch/contracts';
import type { Day, RiskLevel } from '@matchwatch/domain';
import type { EChartsCoreOption } from 'echarts/core';
import { axisStyle, tooltipStyle } from '../charts/axis-style.js';
import { instantOf } from '../charts/month-ticks.js';
import { shortDay } from '../surface/day-text.js';
import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';

/** Levels the picture stacks, from the ground up: those that need a person. */
export const trendLevels = ['high-risk', 'at-risk', 'watch'] as const satisfies readonly RiskLevel[];

/** Days that get a label: the first, every fourth week, never one squeezed against the end. */
const labelled = (days: readonly Day[]): Day[] => days.filter((_day, index) => index % 4 === 0 && index < days.length - 1);

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
        customValues: labelled(trend.map(({ on }) => on)).map(instantOf),
        alignMinLabel: 'left',
        formatter: (at: number) => shortDay(new Date(at).toISOString().slice(0, 10) as Day).replace(/ \d{4}$/, ''),
      },
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
      data: trend.map(({ on, levels }) => [instantOf(on), levels[level] ?? 0]),
    })),
  };
}
