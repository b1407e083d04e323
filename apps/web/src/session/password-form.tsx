import { signInSchema } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { type TextKey, useText } from '../i18n/use-text.js';
import { DemoAccounts } from './demo-accounts.js';
import { SignInAlert } from './sign-in-failure.js';

interface PasswordFormProps {
  failed: string | undefined;
  busy: boolean;
  onSubmit: (given: { email: string; password: string }) => void;
}

/** E-mail and password, or an account of the demonstration. */
export function PasswordForm({ failed, busy, onSubmit }: PasswordFormProps) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [invalid, setInvalid] = useState<{ email?: TextKey; password?: TextKey }>({});
  const submit = (given: { email: string; password: string }) => {
    const checked = signInSchema.safeParse(given);
    const wrong = new Set(checked.error?.issues.map(({ path }) => path[0]));
    setInvalid({
      ...(wrong.has('email') && { email: 'signIn.emailInvalid' }),
      ...(wrong.has('password') && { password: 'signIn.passwordMissing' }),
    });
    if (checked.success) onSubmit(checked.data);
  };
  return (
    <>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit({ email: email.trim(), password });
        }}
      >
        <SignInAlert text={failed} />
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
      </form>
      <DemoAccounts onChoose={submit} disabled={busy} />
    </>
  );
}
