import { signInSchema } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import { type TextKey, useText } from '../i18n/use-text.js';
import { FormBody } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
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
  const form = useForm({ email: '', password: '' });
  const { email, password } = form.values;
  const field = (name: 'email' | 'password', said: TextKey) => {
    const entered = form.field(name);
    return { ...entered, name, wrong: entered.wrong && t(said) };
  };
  return (
    <>
      <FormBody form={form} onSubmit={async () => onSubmit(signInSchema.parse({ email: email.trim(), password }))}>
        <SignInAlert text={failed} />
        <FormField {...field('email', 'signIn.emailInvalid')} label={t('signIn.email')} type="email" autoComplete="username" autoFocus />
        <FormField
          {...field('password', 'signIn.passwordMissing')}
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
        />
        <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: '14px', height: 42 }}>
          {t(busy ? 'signIn.busy' : 'signIn.submit')}
        </Button>
      </FormBody>
      <DemoAccounts onChoose={onSubmit} disabled={busy} />
    </>
  );
}
