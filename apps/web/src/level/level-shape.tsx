import type { RiskLevel } from '@matchwatch/domain';
import type { ReactElement } from 'react';

const outline = { fill: 'none', stroke: 'currentColor' } as const;

const shapes: Record<RiskLevel, ReactElement> = {
  'high-risk': <path d="M5 0l5 5-5 5-5-5z" />,
  'at-risk': <path d="M5 .5l5 9H0z" />,
  watch: (
    <>
      <path d="M5 0a5 5 0 010 10z" />
      <circle cx="5" cy="5" r="4.4" {...outline} />
    </>
  ),
  'on-track': <circle cx="5" cy="5" r="4.3" {...outline} strokeWidth="1.4" />,
  'not-assessable': <path d="M.6 5h9" {...outline} strokeWidth="2" strokeDasharray="2 1.5" />,
};

/** The shape of a level, so that colour never speaks alone. */
export function LevelShape({ level, size = 10 }: { level: RiskLevel; size?: number }) {
  return (
    <svg viewBox="0 0 10 10" width={size} height={size} fill="currentColor" aria-hidden="true" data-shape={level} style={{ flexShrink: 0 }}>
      {shapes[level]}
    </svg>
  );
}
