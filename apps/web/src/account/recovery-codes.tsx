import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';

/** Recovery codes, shown once; whoever closes them says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  // Only over https does a browser lend its clipboard; the codes can be selected all the same.
  const copy = () => navigator.clipboard?.writeText(codes.join('\n')).then(() => setCopied(true));
  return (
    <>
      <Typography sx={{ color: 'var(--mute)', mb: '12px' }}>{t('account.recovery.text')}</Typography>
      <Box
        component="ul"
        aria-label={t('account.recovery.title')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: '12px 16px',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(178px, 1fr))',
          gap: '4px 16px',
          bgcolor: 'var(--raised)',
          border: '1px solid var(--line)',
          borderRadius: '10px',
          fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
          fontSize: 13.5,
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: '16px', justifyContent: 'flex-end' }}>
        <Button variant="outlined" onClick={() => void copy()}>
          {t(copied ? 'account.recovery.copied' : 'account.recovery.copy')}
        </Button>
        <Button variant="contained" onClick={onKept}>
          {t('account.recovery.done')}
        </Button>
      </Box>
    </>
  );
}
