import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTheme } from '@mui/material/styles';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Tokens } from '../theme/tokens.js';

export interface ChartProps {
  /** What the picture shows, for those who do not see it. */
  label: string;
  height: number;
  /** Builds the chart in the colours of the theme; must be stable between renders. */
  optionOf: (tokens: Tokens) => EChartsCoreOption;
}

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A picture by ECharts, which is loaded when the first picture comes into view. */
export function Chart({ label, height, optionOf }: ChartProps) {
  const { tokens } = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const [ready, setReady] = useState(false);
  const option = useMemo(() => ({ animation: !still(), animationDuration: 180, ...optionOf(tokens) }), [optionOf, tokens]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let gone = false;
    const resized = new ResizeObserver(() => chart.current?.resize({ animation: { duration: 0 } }));
    void import('./echarts.js').then(({ init }) => {
      if (gone) return;
      chart.current = init(element, null, { renderer: 'svg' });
      resized.observe(element);
      setReady(true);
    });
    return () => {
      gone = true;
      resized.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    if (ready) chart.current?.setOption(option, { notMerge: true });
  }, [ready, option]);

  return (
    <Box sx={{ position: 'relative', height }}>
      {!ready && <Skeleton variant="rounded" height={height} sx={{ position: 'absolute', inset: 0, opacity: 0.5 }} />}
      <Box ref={frame} role="img" aria-label={label} sx={{ position: 'absolute', inset: 0, '& text': { fontFeatureSettings: '"tnum"' } }} />
    </Box>
  );
}
