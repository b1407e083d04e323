import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { signInApi } from './sign-in-api.js';
import { SignInAlert, signInFailure } from './sign-in-failure.js';

/** Sends the browser off to the school's provider. */
export function SsoButton({ name, returnTo, alone }: { name: string; returnTo: string; alone: boolean }) {
  const t = useText();
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setFailed(undefined);
    setBusy(true);
    try {
      window.location.assign((await signInApi.beginSso(returnTo)).url);
    } catch (error) {
      setFailed(signInFailure(error, t, 'step'));
      setBusy(false);
    }
  };
  return (
    <>
      <SignInAlert text={failed} />
      <Button
        variant={alone ? 'contained' : 'outlined'}
        fullWidth
        autoFocus={alone}
        disabled={busy}
        onClick={() => void go()}
        sx={{ height: 42 }}
      >
        {t(busy ? 'signIn.ssoBusy' : 'signIn.sso', { name })}
      </Button>
    </>
  );
}
