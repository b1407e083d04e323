import type { Session } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { FormField } from '../surface/form/form-field.js';
import { LinkButton } from '../surface/link-button.js';
import { signInApi } from './sign-in-api.js';
import { isSignInOver, SignInAlert, signInFailure } from './sign-in-failure.js';
import { SignInFrame } from './sign-in-frame.js';

interface SecondStepFormProps {
  onSignedIn: (session: Session) => void;
  /** Leads back to the password, with what to say there. */
  onOver: (why?: string) => void;
}

/** The second step of a sign-in: a code of the authenticator, or a recovery code. */
export function SecondStepForm({ onSignedIn, onOver }: SecondStepFormProps) {
  const t = useText();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const kind = recovery ? 'recovery' : 'code';
  const submit = async () => {
    if (code.trim() === '') return setFailed(t(`signIn.${kind}Missing`));
    setFailed(undefined);
    setBusy(true);
    try {
      onSignedIn(await signInApi.giveCode(code.trim()));
    } catch (error) {
      const why = signInFailure(error, t, 'step');
      if (isSignInOver(error)) return onOver(why);
      setFailed(why);
      setCode('');
      setBusy(false);
    }
  };
  const turn = () => {
    setRecovery(!recovery);
    setCode('');
    setFailed(undefined);
  };
  return (
    <SignInFrame tab={t('signIn.tab')} title={t('signIn.second')} sub={t(`signIn.${kind}Sub`)}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SignInAlert text={failed} />
        <FormField
          key={kind}
          label={t(`signIn.${kind}`)}
          name={kind}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          autoFocus
          value={code}
          onChange={setCode}
          longest={recovery ? 40 : 10}
          html={recovery ? { autoCapitalize: 'characters' } : { inputMode: 'numeric' }}
        />
        <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: '14px', height: 42 }}>
          {t(busy ? 'signIn.busy' : 'signIn.submit')}
        </Button>
      </form>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '8px 16px', mt: '16px' }}>
        <LinkButton type="button" onClick={turn}>
          {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
        </LinkButton>
        <LinkButton type="button" onClick={() => onOver()}>
          {t('signIn.startOver')}
        </LinkButton>
      </Box>
    </SignInFrame>
  );
}
