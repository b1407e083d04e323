import { signInSchema } from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { HttpError, useLogin } from 'react-admin';
import { useLocation } from 'react-router';
import { failureDetail } from '../http/problem.js';
import { type TextKey, useText } from '../i18n/use-text.js';
import { Wordmark } from '../shell/wordmark.js';
import { usePageTitle } from '../surface/page-heading.js';
import { DemoAccounts } from './demo-accounts.js';

interface Failed {
  text: TextKey;
  detail?: string | undefined;
}

function failedBy(error: unknown): Failed {
  if (!(error instanceof HttpError)) return { text: 'signIn.offline' };
  if (error.status === 429) return { text: 'signIn.tooMany', detail: failureDetail(error) };
  return { text: error.status >= 500 ? 'signIn.server' : 'signIn.refused' };
}

/** The way in. */
export function SignInPage() {
  const t = useText();
  usePageTitle(t('signIn.tab'));
  const login = useLogin();
  const { state } = useLocation() as { state: { nextPathname?: string; nextSearch?: string } | null };
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [invalid, setInvalid] = useState<{ email?: TextKey; password?: TextKey }>({});
  const [failed, setFailed] = useState<Failed>();
  const [busy, setBusy] = useState(false);

  const submit = async (given: { email: string; password: string }) => {
    const checked = signInSchema.safeParse(given);
    const wrong = new Set(checked.error?.issues.map(({ path }) => path[0]));
    setInvalid({
      ...(wrong.has('email') && { email: 'signIn.emailInvalid' }),
      ...(wrong.has('password') && { password: 'signIn.passwordMissing' }),
    });
    setFailed(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      await login(checked.data, `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`);
    } catch (error) {
      setFailed(failedBy(error));
      setBusy(false);
    }
  };

  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Box sx={{ mb: '28px' }}>
          <Wordmark size={18} />
        </Box>
        <Typography variant="h1" sx={{ mb: '6px' }}>
          {t('signIn.title')}
        </Typography>
        <Typography sx={{ color: 'var(--mute)', mb: '22px' }}>{t('signIn.sub')}</Typography>
        <Box
          component="form"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void submit({ email: email.trim(), password });
          }}
        >
          {failed && (
            <Alert severity="error" variant="outlined" sx={{ mb: '14px' }}>
              {t(failed.text)}
              {failed.detail && ` ${failed.detail}`}
            </Alert>
          )}
          <TextField
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={invalid.email !== undefined}
            helperText={invalid.email && t(invalid.email)}
          />
          <TextField
            label={t('signIn.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={invalid.password !== undefined}
            helperText={invalid.password && t(invalid.password)}
          />
          <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: '14px', height: 42 }}>
            {t(busy ? 'signIn.busy' : 'signIn.submit')}
          </Button>
        </Box>
        <DemoAccounts onChoose={(account) => void submit(account)} disabled={busy} />
      </Box>
    </Box>
  );
}
