import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';

const paths = { new: 'M5 1v8M1 5h8', worse: 'M5 9V1.5M1.5 5L5 1.5 8.5 5', better: 'M5 1v7.5M1.5 5L5 8.5 8.5 5' };
const tones = { new: 'var(--mute)', worse: 'var(--high-risk-ink)', better: 'var(--on-track-ink)' };

/** Which way a level went: the sign is named for those who do not see it. */
export function ChangeSign({ direction }: { direction: keyof typeof paths }) {
  const t = useText();
  return (
    <Box
      component="svg"
      viewBox="0 0 10 10"
      role="img"
      aria-label={t(`direction.${direction}`)}
      sx={{ width: 11, height: 11, color: tones[direction] }}
    >
      <path d={paths[direction]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </Box>
  );
}
