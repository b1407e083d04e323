import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';

/** Says that an applicant contests something that is held about them, beside their name. */
export function ContestedMark({ count }: { count: number }) {
  const t = useText();
  if (count === 0) return null;
  return (
    <Box
      component="span"
      title={t('applicants.contestedTitle', { smart_count: count })}
      sx={{ ml: '7px', fontSize: 12, color: 'var(--watch-ink)', fontWeight: 600, whiteSpace: 'nowrap' }}
    >
      {t('applicants.contested')}
    </Box>
  );
}
