import { type LevelFlow, type RiskLevel, riskRank } from '@matchwatch/domain';
import { numberText } from '@matchwatch/words';
import { levelsBySeriousness } from '../view/now-part.js';
import { levelText } from '../view/report-words.js';

/** The colours a chart is drawn in. */
export interface ChartColours {
  readonly ink: string;
  readonly mute: string;
  readonly line: string;
  readonly levels: Readonly<Record<RiskLevel, string>>;
}

/** How a chart is set. */
export interface ChartSetting {
  readonly colours: ChartColours;
  readonly fontFamily: string;
  /** Heads of the two sides, such as “16 November” and “23 November”. */
  readonly heads: readonly [string, string];
  /** Room for the labels of each side. */
  readonly labelSpace?: number;
}

const nodeName = (side: 'from' | 'to', level: RiskLevel | null): string => `${side} ${level ?? 'none'}`;
const order: readonly (RiskLevel | null)[] = [...levelsBySeriousness, null];

/**
 * The flow picture as an option of ECharts (a Sankey diagram), the same on a page and on paper: levels before on the left, now on the right, the
 * most serious on top; those who moved in the colour of where they went, those who stayed pale.
 */
export function flowOption(
  flow: readonly LevelFlow[],
  { colours, fontFamily, heads, labelSpace = 128 }: ChartSetting,
): Record<string, unknown> {
  const ways = flow.filter(({ to, applicants }) => to !== null && applicants > 0);
  const total = (side: 'from' | 'to', level: RiskLevel | null) =>
    ways.filter((way) => way[side] === level).reduce((sum, { applicants }) => sum + applicants, 0);
  const colourOf = (level: RiskLevel | null) => (level === null ? colours.line : colours.levels[level]);
  const nodes = (['from', 'to'] as const).flatMap((side) =>
    order
      .filter((level) => total(side, level) > 0)
      .map((level) => ({
        name: nodeName(side, level),
        depth: side === 'from' ? 0 : 1,
        itemStyle: { color: colourOf(level), borderWidth: 0 },
        label: {
          position: side === 'from' ? 'left' : 'right',
          formatter: `${numberText(total(side, level))}  ${level === null ? 'New' : levelText(level)}`,
        },
      })),
  );
  const rank = (level: RiskLevel | null) => (level === null ? -1 : riskRank[level]);
  const links = [...ways]
    .sort((a, b) => rank(b.from) - rank(a.from) || rank(b.to) - rank(a.to))
    .map(({ from, to, applicants }) => ({
      source: nodeName('from', from),
      target: nodeName('to', to),
      value: applicants,
      lineStyle: { color: from === to ? colours.line : colourOf(to), opacity: from === to ? 0.45 : 0.75, curveness: 0.5 },
      // What the pointer is told.
      tip: `${levelText(from)} → ${levelText(to)}: ${numberText(applicants)}`,
    }));
  const head = (text: string, side: 'left' | 'right') => ({
    type: 'text',
    top: 3,
    [side]: 4,
    style: { text, fill: colours.mute, font: `500 11px ${fontFamily}`, fontFamily, fontSize: 11 },
  });
  return {
    animation: false,
    graphic: [head(heads[0], 'left'), head(heads[1], 'right')],
    series: [
      {
        type: 'sankey',
        left: labelSpace,
        right: labelSpace,
        top: 26,
        bottom: 6,
        nodeWidth: 10,
        nodeGap: 12,
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: { color: colours.ink, fontFamily, fontSize: 12, fontWeight: 500 },
        data: nodes,
        links,
      },
    ],
  };
}
