import type { ApplicantRow } from '@matchwatch/contracts';
import type { Day, RiskLevel } from '@matchwatch/domain';
import { riskLevelLabel } from '@matchwatch/words';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { levelSteps } from './level-steps.js';

const width = 64;
const height = 18;
const y = (level: number): number => height - 3 - (level * (height - 6)) / 3;

/** Twelve weeks of one person's levels as a line of steps. */
export function LevelSparkline({ trend, level, today }: { trend: ApplicantRow['trend']; level: RiskLevel | null; today: Day | undefined }) {
  const t = useText();
  if (!today || trend.length === 0) return null;
  const steps = levelSteps(trend, today);
  const spoken = trend.map((change) => t('sparkline.step', { level: riskLevelLabel(change.level), day: shortDay(change.on) })).join('; ');
  const last = steps.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken} style={{ display: 'block' }}>
      <title>{spoken}</title>
      {steps.map((step, index) => {
        const before = steps[index - 1];
        const x = 1 + step.from * (width - 6);
        return (
          <g key={step.from} fill="none" stroke="var(--mute)" strokeWidth="1.5" strokeLinecap="round">
            {before?.known && step.known && <path d={`M${x} ${y(before.height)}V${y(step.height)}`} />}
            <path d={`M${x} ${y(step.height)}H${1 + step.to * (width - 6)}`} strokeDasharray={step.known ? undefined : '1 4'} />
          </g>
        );
      })}
      {last?.known && level && <circle cx={width - 5} cy={y(last.height)} r="2.6" fill={`var(--${level}-ink)`} />}
    </svg>
  );
}
