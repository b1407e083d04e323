import type { FindingLevel, RiskLevel } from '@matchwatch/domain';
import { findingLevelLabel, riskLevelLabel } from '@matchwatch/words';
import { styled } from '@mui/material/styles';
import { LevelShape } from './level-shape.js';

const Pill = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: RiskLevel }>(({ tone }) => ({
  display: 'inline-flex',
  gap: 6,
  alignItems: 'center',
  borderRadius: 99,
  padding: '2px 10px 2px 8px',
  fontWeight: 600,
  fontSize: 12.5,
  lineHeight: 1.5,
  letterSpacing: 0,
  whiteSpace: 'nowrap',
  color: `var(--${tone}-ink)`,
  backgroundColor: `var(--${tone}-soft)`,
}));

/** Where an applicant stands: shape, colour and word. */
export function LevelBadge({ level }: { level: RiskLevel }) {
  return (
    <Pill tone={level}>
      <LevelShape level={level} />
      {riskLevelLabel(level)}
    </Pill>
  );
}

/** Findings speak in the tone of the risk level they can set. */
export const toneOfFinding: Readonly<Record<FindingLevel, RiskLevel>> = {
  urgent: 'high-risk',
  act: 'at-risk',
  watch: 'watch',
  note: 'not-assessable',
};

/** How serious one finding is: shape, colour and word. */
export function FindingBadge({ level }: { level: FindingLevel }) {
  const tone = toneOfFinding[level];
  return (
    <Pill tone={tone}>
      <LevelShape level={level === 'note' ? 'on-track' : tone} />
      {findingLevelLabel(level)}
    </Pill>
  );
}
