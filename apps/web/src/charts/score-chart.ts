import type { Rulebook } from '@matchwatch/contracts';
import { addDays, type Day, dayNumber, type RiskLevel } from '@matchwatch/domain';
import type { EChartsCoreOption } from 'echarts/core';
import { shortDay } from '../surface/day-text.js';
import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';
import { axisStyle, tooltipStyle } from './axis-style.js';
import { instantOf, monthTicks } from './month-ticks.js';
import { passMarkSteps, type ScoreSeries } from './score-series.js';

export interface ScoreChartWords {
  exam: string;
  passMark: (mark: number) => string;
  booked: (day: string) => string;
  advised: (count: number) => string;
  level: (level: RiskLevel) => string;
  practice: (kind: ScoreSeries['practice'][number]['kind']) => string;
}

export interface ScoreChartInput {
  series: ScoreSeries;
  range: { name: string; low: number; high: number | null } | undefined;
  passMarks: Rulebook['passMarks'];
  /** What was advised, by day, drawn as marks on the axis. */
  advised?: readonly { on: Day; count: number }[] | undefined;
  /** The level from each day on, the oldest first, drawn as a strip under the scores; undefined where it is closed to the reader. */
  levels?: readonly { on: Day; level: RiskLevel }[] | undefined;
  /** The last day of the strip. */
  today?: Day | undefined;
  words: ScoreChartWords;
}

/** Fewest days a picture spans. */
const shortestSpan = 180;

const dayAt = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day;

/** Scores over time against the specialty's range (soft band) and the pass mark (dashed, changing on its days). */
export function scoreChartOption(
  { series, range, passMarks, advised = [], levels = [], today, words }: ScoreChartInput,
  tokens: Tokens,
): EChartsCoreOption {
  const days = [...series.practice, ...series.results]
    .map(({ on }) => on)
    .concat(series.booked)
    .concat(advised.map(({ on }) => on))
    .concat(levels.map(({ on }) => on))
    .sort();
  const first = days[0] ?? '2000-01-01';
  const last = days.at(-1) ?? first;
  const span = dayNumber(last) - dayNumber(first);
  // A single score would otherwise fill the whole width with a few days.
  const pad = Math.round(Math.max(0, shortestSpan - span) / 2);
  const from = addDays(first, -pad - Math.round(span * 0.06));
  const to = addDays(last, pad + Math.round(span * 0.22));
  const marks = passMarkSteps(passMarks, series.exam, from, to);
  const values = [...series.practice, ...series.results, ...marks]
    .map(({ score }) => score)
    .concat(range ? [range.low, range.high ?? range.low + 10] : []);
  const low = Math.floor((Math.min(...values) - 6) / 10) * 10;
  const high = Math.ceil((Math.max(...values) + 4) / 10) * 10;
  const axis = axisStyle(tokens);
  const lastMark = marks.at(-1);
  const label = { color: tokens.mute, fontSize: 11, fontFamily };
  const ticks = monthTicks(from, to, 6);
  const spans = levelSpans(levels, from, today !== undefined && today < to ? today : to);
  const hasStrip = spans.length > 0;
  const timeAxis = { type: 'time', min: instantOf(from), max: instantOf(to) };
  const shownAdvised = advised.filter(({ on }) => on >= from && on <= to);
  return {
    grid: [
      { left: 34, right: 10, top: 14, bottom: hasStrip ? 46 : 24 },
      ...(hasStrip ? [{ left: 34, right: 10, height: stripHeight, bottom: 4 }] : []),
    ],
    tooltip: { trigger: 'item', ...tooltipStyle(tokens) },
    xAxis: [
      {
        ...timeAxis,
        ...axis,
        splitLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          customValues: ticks.map(instantOf),
          formatter: (value: number, index: number) => monthText(dayAt(value), ticks[index - 1]),
        },
      },
      ...(hasStrip ? [{ ...timeAxis, gridIndex: 1, show: false }] : []),
    ],
    yAxis: [
      { type: 'value', min: low, max: high, ...axis, splitNumber: 4 },
      ...(hasStrip ? [{ type: 'value', min: 0, max: 1, gridIndex: 1, show: false }] : []),
    ],
    series: [
      {
        type: 'line',
        name: 'range',
        data: [],
        silent: true,
        ...(range && {
          markArea: {
            silent: true,
            itemStyle: { color: tokens.brand, opacity: 0.13 },
            label: { ...label, position: 'insideTopRight', distance: 6 },
            data: [[{ name: rangeName(range), yAxis: range.low }, { yAxis: range.high ?? high }]],
          },
        }),
      },
      {
        type: 'line',
        name: 'pass mark',
        step: 'end',
        symbol: 'none',
        silent: true,
        lineStyle: { type: [4, 4], width: 1.2, color: tokens.levels['high-risk'].ink },
        data: marks.map(({ on, score }) => [instantOf(on), score]),
        ...(lastMark && {
          endLabel: {
            show: true,
            ...label,
            formatter: words.passMark(lastMark.score),
            align: 'right',
            verticalAlign: 'top',
            offset: [-6, 6],
            distance: 0,
          },
        }),
      },
      {
        type: 'line',
        name: 'practice',
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: tokens.paper, borderColor: tokens.mute, borderWidth: 1.6 },
        lineStyle: { color: tokens.mute, width: 1.5 },
        data: series.practice.map(({ on, score, kind }) => ({ value: [instantOf(on), score], name: words.practice(kind) })),
        tooltip: {
          formatter: (point: { name: string; value: [number, number] }) =>
            `${point.name} <b>${point.value[1]}</b><br>${shortDay(dayAt(point.value[0]))}`,
        },
        ...(series.booked.length > 0 && {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: tokens.brand, type: [2, 3], width: 1.2 },
            label: { ...label, color: tokens.brand, position: 'insideEndTop', rotate: 0 },
            data: series.booked.map((day) => ({
              xAxis: instantOf(day),
              label: { formatter: words.booked(shortDay(day)), position: 'end', align: 'right' },
            })),
          },
        }),
      },
      {
        type: 'scatter',
        name: 'advised',
        // Marks on the axis: words at each would run into those of scores, range and booked days.
        symbol: 'triangle',
        symbolSize: [11, 9],
        symbolOffset: [0, -5],
        itemStyle: { color: tokens.mute },
        data: shownAdvised.map(({ on, count }) => ({ value: [instantOf(on), low], name: words.advised(count) })),
        tooltip: {
          formatter: (point: { name: string; value: [number, number] }) => `${point.name}<br>${shortDay(dayAt(point.value[0]))}`,
        },
        z: 4,
      },
      {
        type: 'scatter',
        name: words.exam,
        symbol: 'roundRect',
        symbolSize: 12,
        data: series.results.map(({ on, score, passed }) => ({
          value: [instantOf(on), score],
          itemStyle: { color: resultColour(score, passed, range?.low, tokens) },
          label: {
            show: true,
            // Beside its mark; above it where the pass mark's line would run through the words.
            position: marks.some((mark) => Math.abs(mark.score - score) < 5) ? 'top' : 'right',
            distance: 7,
            formatter: `${words.exam} ${score}`,
            color: tokens.ink,
            fontWeight: 600,
            fontSize: 11.5,
            fontFamily,
          },
        })),
        tooltip: {
          formatter: (point: { value: [number, number] }) => `${words.exam} <b>${point.value[1]}</b><br>${shortDay(dayAt(point.value[0]))}`,
        },
        z: 5,
      },
      ...(hasStrip ? [levelStrip(spans, words, tokens)] : []),
    ],
  };
}

const stripHeight = 15;
/** Shorter spans have no room for the name of their level. */
const namedFrom = 45;

interface LevelSpan {
  level: RiskLevel;
  from: Day;
  to: Day;
}

/** From which day to which each level stood, within a span of days. */
export const levelSpans = (levels: readonly { on: Day; level: RiskLevel }[], from: Day, to: Day): LevelSpan[] =>
  levels
    .map(({ on, level }, at) => {
      const next = levels[at + 1]?.on ?? to;
      return { level, from: on < from ? from : on, to: next < to ? next : to };
    })
    .filter((span) => span.from < span.to);

/** The level over time as a strip of areas, each with its name where there is room; its days stand in the table as well. */
const levelStrip = (spans: readonly LevelSpan[], words: ScoreChartWords, tokens: Tokens) => ({
  type: 'line',
  name: 'level',
  xAxisIndex: 1,
  yAxisIndex: 1,
  data: [],
  silent: true,
  markArea: {
    silent: true,
    data: spans.map(({ level, from, to }) => [
      {
        name: dayNumber(to) - dayNumber(from) >= namedFrom ? words.level(level) : '',
        xAxis: instantOf(from),
        itemStyle: { color: tokens.levels[level].soft, borderColor: tokens.levels[level].ink, borderWidth: 0.6 },
        label: { position: 'inside', color: tokens.levels[level].ink, fontSize: 10.5, fontFamily },
      },
      { xAxis: instantOf(to) },
    ]),
  },
});

const month = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
/** A month for the axis; the first label and the first of each year name the year. */
const monthText = (day: Day, previous: Day | undefined): string => {
  const name = month.format(new Date(instantOf(day)));
  return previous?.slice(0, 4) === day.slice(0, 4) ? name : `${name} ’${day.slice(2, 4)}`;
};

const rangeName = ({ name, low, high }: { name: string; low: number; high: number | null }): string =>
  `${name} ${low}${high === null ? '+' : `–${high}`}`;

function resultColour(score: number, passed: boolean | undefined, low: number | undefined, tokens: Tokens): string {
  if (passed === false) return tokens.levels['high-risk'].ink;
  if (low === undefined) return tokens.brand;
  return score >= low ? tokens.levels['on-track'].ink : tokens.levels['at-risk'].ink;
}
