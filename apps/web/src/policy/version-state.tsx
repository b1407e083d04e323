import type { PolicyVersion } from '@matchwatch/contracts';
import { styled } from '@mui/material/styles';
import { useText } from '../i18n/use-text.js';

const Pill = styled('span')({
  display: 'inline-block',
  borderRadius: 99,
  padding: '1px 10px',
  fontSize: 12.5,
  fontWeight: 600,
  lineHeight: 1.6,
  letterSpacing: 0,
  whiteSpace: 'nowrap',
  color: 'var(--mute)',
  backgroundColor: 'var(--not-assessable-soft)',
  '&[data-in-force=true]': { color: 'var(--on-track-ink)', backgroundColor: 'var(--on-track-soft)' },
  '&[data-state=draft]': { color: 'var(--brand)', backgroundColor: 'var(--brand-soft)' },
});

/** Where a version stands, and whether it is what runs use. */
export function VersionState({ version: { state, inForce } }: { version: Pick<PolicyVersion, 'state' | 'inForce'> }) {
  const t = useText();
  return (
    <Pill data-state={state} data-in-force={inForce}>
      {inForce ? t('policy.versions.inForce') : t(`policy.states.${state}`)}
    </Pill>
  );
}
