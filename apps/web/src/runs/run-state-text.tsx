import type { Run } from '@matchwatch/contracts';
import type { RiskLevel, RunState } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';

/** States borrow the tones of levels: what needs a person stands out, what is well stays quiet. */
const tones: Record<RunState, RiskLevel> = {
  queued: 'not-assessable',
  assessing: 'not-assessable',
  closed: 'not-assessable',
  published: 'on-track',
  held: 'at-risk',
  compared: 'on-track',
  cancelled: 'not-assessable',
  failed: 'high-risk',
};

const signs: Record<RunState, string> = {
  queued: '…',
  assessing: '↻',
  closed: '…',
  published: '✓',
  held: '‖',
  compared: '✓',
  cancelled: '×',
  failed: '!',
};

/** How a run stands: sign and word; one that is through says when it is not complete. */
export function RunStateText({ run: { state, outcome } }: { run: Pick<Run, 'state' | 'outcome'> }) {
  const t = useText();
  const partial = (state === 'published' || state === 'compared') && outcome === 'partial';
  const tone = partial ? 'at-risk' : tones[state];
  return (
    <Box component="span" sx={{ color: `var(--${tone}-ink)`, fontWeight: 600, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{partial ? '!' : signs[state]}</span>{' '}
      {t(!partial ? `run.states.${state}` : state === 'compared' ? 'run.partialTrial' : 'run.partial')}
    </Box>
  );
}
