import type { ReviewDecisionKind } from '@matchwatch/domain';
import { reviewDecisionLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { keyLook } from './decision-bar.js';
import { decisionKeys } from './queue-keys.js';

/** The keys of the queue, for whoever has a keyboard. */
export function QueueShortcuts({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const t = useText();
  const keys: readonly (readonly [string, string])[] = [
    ['J ↓', t('queue.keys.next')],
    ['K ↑', t('queue.keys.previous')],
    ...Object.entries(decisionKeys).map(
      ([key, decision]) => [key.toUpperCase(), reviewDecisionLabel(decision as ReviewDecisionKind).toLowerCase()] as const,
    ),
    ['1 – 9', t('queue.keys.toggle')],
    ['O', t('queue.keys.open')],
    ['?', t('queue.keys.help')],
  ];
  return (
    <Box
      sx={{
        display: { xs: 'none', sm: 'flex' },
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 16px',
        mb: '10px',
        fontSize: 13,
        color: 'var(--mute)',
      }}
    >
      <Button size="small" aria-expanded={open} onClick={onToggle} sx={{ ml: '-6px', color: 'var(--mute)' }}>
        {open ? t('queue.keys.title') : t('queue.keys.show')}
      </Button>
      {open && (
        <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 14px', m: 0 }}>
          {keys.map(([key, text]) => (
            <Box key={key} sx={{ display: 'flex', gap: '6px', alignItems: 'baseline' }}>
              <Box component="dt" sx={{ ...keyLook, ml: 0 }}>
                {key}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {text}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
