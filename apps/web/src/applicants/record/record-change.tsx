import Box from '@mui/material/Box';
import { useText } from '../../i18n/use-text.js';
import { factText } from './fact-text.js';
import { pathLabel } from './field-label.js';

/** One changed fact: its name, what it was and what it is. */
export function RecordChange({ path, before, after }: { path: string; before?: unknown; after?: unknown }) {
  const t = useText();
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 210px) minmax(0, 1fr)' }, gap: '0 16px', py: '3px' }}
    >
      <Box component="span" sx={{ color: 'var(--mute)' }}>
        {pathLabel(path, t)}
      </Box>
      <span>
        {before !== undefined && (
          <Box component="del" sx={{ color: 'var(--mute)', textDecorationColor: 'var(--line-strong)' }}>
            {factText(path, before, t)}
          </Box>
        )}
        {before !== undefined && ' → '}
        {after === undefined ? (
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t('record.removed')}
          </Box>
        ) : (
          <Box component="ins" sx={{ textDecoration: 'none' }}>
            {factText(path, after, t)}
          </Box>
        )}
      </span>
    </Box>
  );
}
