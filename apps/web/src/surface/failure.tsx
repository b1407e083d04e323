import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { failureKind, failureText } from '../http/problem.js';
import { useText } from '../i18n/use-text.js';

/** A failure told to a person: what happened, what is safe, what to do. In place of a whole page, it is what the page is called. */
export function Failure({ error, onRetry, wholePage = false }: { error: unknown; onRetry?: () => void; wholePage?: boolean }) {
  const t = useText();
  const kind = failureKind(error);
  return (
    <Box
      role="alert"
      sx={{ border: '1px solid var(--line)', bgcolor: 'var(--paper)', borderRadius: '14px', p: '20px 24px', maxWidth: 640 }}
    >
      <Typography variant="h2" component={wholePage ? 'h1' : 'h2'} sx={{ fontSize: 16, mb: '4px' }}>
        {t(`failure.${kind}.title`)}
      </Typography>
      <Typography sx={{ color: 'var(--mute)' }}>{failureText(error, t)}</Typography>
      <Typography sx={{ color: 'var(--mute)' }}>{t(`failure.${kind}.next`)}</Typography>
      {onRetry && kind !== 'forbidden' && kind !== 'not-found' && (
        <Button variant="outlined" onClick={onRetry} sx={{ mt: '14px' }}>
          {t('action.tryAgain')}
        </Button>
      )}
    </Box>
  );
}
