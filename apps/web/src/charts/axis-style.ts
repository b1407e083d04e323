import { fontFamily } from '../theme/font.js';
import type { Tokens } from '../theme/tokens.js';

/** What all pictures share: quiet axes, readable labels. */
export const axisStyle = (tokens: Tokens) => ({
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: tokens.mute, fontSize: 11, fontFamily },
  splitLine: { lineStyle: { color: tokens.line } },
});

export const tooltipStyle = (tokens: Tokens) => ({
  backgroundColor: tokens.paper,
  borderColor: tokens.line,
  textStyle: { color: tokens.ink, fontSize: 12.5, fontFamily },
  extraCssText: 'box-shadow: 0 8px 24px rgb(10 20 35 / 0.14); border-radius: 10px;',
});
