import type { DeliveryState, RiskLevel } from '@matchwatch/domain';
import { deliveryStateLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';

/** States borrow the tones of levels: what needs a person stands out, what is well stays quiet. */
const tones: Readonly<Record<DeliveryState, RiskLevel>> = {
  due: 'not-assessable',
  sending: 'not-assessable',
  sent: 'on-track',
  failed: 'high-risk',
  uncertain: 'at-risk',
  skipped: 'not-assessable',
};
const signs: Readonly<Record<DeliveryState, string>> = { due: '…', sending: '↻', sent: '✓', failed: '!', uncertain: '?', skipped: '–' };

/** Where a mail stands: sign and word. */
export function DeliveryStateText({ state, count }: { state: DeliveryState; count?: number | undefined }) {
  return (
    <Box component="span" sx={{ color: `var(--${tones[state]}-ink)`, fontWeight: 600, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{signs[state]}</span> {count !== undefined && `${count} `}
      {count === undefined ? deliveryStateLabel(state) : deliveryStateLabel(state).toLowerCase()}
    </Box>
  );
}
