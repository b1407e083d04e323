import type { Day } from '@matchwatch/domain';
import { flowOption, levelText, type ReportBlock } from '@matchwatch/report';
import { useCallback, useMemo } from 'react';
import { ChartCard } from '../charts/chart-card.js';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';

/** Who went from which level to which, as a picture with its table. */
export function FlowCard({ block: { flow, label, since }, asOf }: { block: Extract<ReportBlock, { kind: 'flow' }>; asOf: Day }) {
  const t = useText();
  const optionOf = useCallback(
    ({ ink, mute, line, lineStrong, levels }: Tokens) =>
      flowOption(flow, {
        colours: { ink, mute, line: lineStrong ?? line, levels: mapOf(levels) },
        fontFamily,
        heads: [since === null ? '' : shortDay(since, asOf), shortDay(asOf, asOf)],
        labelSpace: 132,
      }),
    [flow, since, asOf],
  );
  const table = useMemo(
    () => ({
      caption: label,
      columns: [since === null ? '' : shortDay(since, asOf), shortDay(asOf, asOf), t('reports.columns.need')].map((column, at) =>
        at === 2 ? t('nav.applicants') : column,
      ),
      rows: flow.map(({ from, to, applicants }) => [levelText(from), to === null ? '–' : levelText(to), applicants]),
    }),
    [flow, label, since, asOf, t],
  );
  return <ChartCard title={t('reports.flow')} label={label} height={230} optionOf={optionOf} table={table} />;
}

const mapOf = (levels: Tokens['levels']) =>
  Object.fromEntries(Object.entries(levels).map(([level, { solid }]) => [level, solid])) as Record<keyof Tokens['levels'], string>;
