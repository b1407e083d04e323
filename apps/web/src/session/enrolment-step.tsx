import type { FactorOffer, Session } from '@matchwatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AuthenticatorSetup } from '../account/authenticator-setup.js';
import { RecoveryCodes } from '../account/recovery-codes.js';
import { useText } from '../i18n/use-text.js';
import { LinkButton } from '../surface/link-button.js';
import { signInApi } from './sign-in-api.js';
import { isSignInOver, SignInAlert, signInFailure } from './sign-in-failure.js';
import { SignInFrame } from './sign-in-frame.js';

interface EnrolmentStepProps {
  onSignedIn: (session: Session) => void;
  onOver: (why?: string) => void;
}

/** Where the school wants a second factor: sets one up in the middle of the sign-in. */
export function EnrolmentStep({ onSignedIn, onOver }: EnrolmentStepProps) {
  const t = useText();
  const [done, setDone] = useState<{ recoveryCodes: readonly string[]; session: Session }>();
  const { data: offer, error } = useQuery<FactorOffer>({
    queryKey: ['session', 'enrolment'],
    queryFn: signInApi.offerFactor,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  useEffect(() => {
    if (isSignInOver(error)) onOver(signInFailure(error, t, 'step'));
  }, [error, onOver, t]);
  if (done) {
    return (
      <SignInFrame tab={t('account.recovery.title')} title={t('account.recovery.title')}>
        <RecoveryCodes codes={done.recoveryCodes} onKept={() => onSignedIn(done.session)} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame tab={t('signIn.tab')} title={t('account.factor.beginTitle')} sub={t('signIn.enrolmentSub')}>
      <SignInAlert text={error ? signInFailure(error, t, 'step') : undefined} />
      {!offer && !error && <p role="status">{t('account.setup.loading')}</p>}
      {offer && <AuthenticatorSetup offer={offer} confirm={signInApi.confirmFactor} onConfirmed={setDone} />}
      <LinkButton type="button" onClick={() => onOver()} sx={{ mt: '16px', display: 'inline-block' }}>
        {t('signIn.startOver')}
      </LinkButton>
    </SignInFrame>
  );
}
