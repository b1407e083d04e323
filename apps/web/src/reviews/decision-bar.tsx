import type { ReviewDecisionKind } from '@matchwatch/domain';
import { reviewDecisionLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { keyOf } from './queue-keys.js';

/** Decisions in the order of their buttons. */
const offered = ['agree', 'disagree', 'snooze', 'assign', 'escalate'] as const satisfies readonly ReviewDecisionKind[];
export type OfferedDecision = (typeof offered)[number];

interface DecisionBarProps {
  name: string;
  busy: boolean;
  /** With the keys, where they work. */
  withKeys?: boolean;
  onDecide: (decision: OfferedDecision) => void;
}

/** What can be said of flags, as buttons. */
export function DecisionBar({ name, busy, withKeys = false, onDecide }: DecisionBarProps) {
  const t = useText();
  return (
    <Box role="group" aria-label={t('review.bar', { name })} sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
      {offered.map((decision) => (
        <Button
          key={decision}
          size="small"
          variant={decision === 'agree' ? 'contained' : 'outlined'}
          disabled={busy}
          onClick={() => onDecide(decision)}
          aria-keyshortcuts={withKeys ? keyOf(decision) : undefined}
          sx={{ minHeight: { xs: 40, sm: 30 }, px: '12px', flex: { xs: '1 0 30%', sm: '0 0 auto' } }}
        >
          {reviewDecisionLabel(decision)}
          {withKeys && (
            <Box component="kbd" aria-hidden="true" sx={keyLook}>
              {keyOf(decision)}
            </Box>
          )}
        </Button>
      ))}
    </Box>
  );
}

/** A key as it stands on the keyboard; fingers on glass have none. */
export const keyLook = {
  ml: '8px',
  px: '5px',
  border: '1px solid currentColor',
  borderRadius: '4px',
  font: 'inherit',
  fontSize: 11,
  lineHeight: 1.4,
  display: { xs: 'none', sm: 'inline-block' },
} as const;
