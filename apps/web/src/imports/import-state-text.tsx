import type { Import } from '@matchwatch/contracts';
import type { RiskLevel } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';

const tones: Record<Import['state'], RiskLevel> = {
  previewed: 'watch',
  held: 'at-risk',
  applied: 'on-track',
  cancelled: 'not-assessable',
  undone: 'not-assessable',
  failed: 'high-risk',
};
const signs: Record<Import['state'], string> = { previewed: '…', held: '‖', applied: '✓', cancelled: '×', undone: '↶', failed: '!' };

/** How an import stands: sign and word. */
export function ImportStateText({ state }: { state: Import['state'] }) {
  const t = useText();
  return (
    <Box component="span" sx={{ color: `var(--${tones[state]}-ink)`, fontWeight: 600, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{signs[state]}</span> {t(`import.states.${state}`)}
    </Box>
  );
}
