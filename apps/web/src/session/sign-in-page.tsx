import type { Session, SignIn, WaysIn } from '@matchwatch/contracts';
import type { SignInStep } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useLogin } from 'react-admin';
import { useLocation } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { PasswordForm } from './password-form.js';
import { SecondStepForm } from './second-step-form.js';
import { SecondStepNeeded, signInApi } from './sign-in-api.js';
import { signInFailure } from './sign-in-failure.js';
import { SignInFrame } from './sign-in-frame.js';
import { SsoButton } from './sso-button.js';

const EnrolmentStep = lazy(async () => ({ default: (await import('./enrolment-step.js')).EnrolmentStep }));

/** With what a page leads here: where to go afterwards, and the step that is already before the person. */
export interface SignInState {
  nextPathname?: string;
  nextSearch?: string;
  step?: SignInStep;
}

/** An API that does not say which ways there are is told by the first attempt. */
const unknownWays: WaysIn = { password: true, sso: null };

/** The way in: a password with its second step, or single sign-on. */
export function SignInPage() {
  const t = useText();
  const login = useLogin();
  const state = useLocation().state as SignInState | null;
  const [step, setStep] = useState<SignInStep | undefined>(state?.step);
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { data: ways } = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: () => signInApi.getWaysIn().catch(() => unknownWays),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const returnTo = `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`;
  const startOver = useCallback((why?: string) => {
    setStep(undefined);
    setFailed(why);
    setBusy(false);
  }, []);

  const submit = async (given: SignIn | { session: Session }) => {
    setFailed(undefined);
    setBusy(true);
    try {
      await login(given, returnTo);
    } catch (error) {
      if (error instanceof SecondStepNeeded) setStep(error.next);
      else setFailed(signInFailure(error, t, 'password'));
      setBusy(false);
    }
  };
  const signedIn = (session: Session) => void submit({ session });

  if (step === 'code') return <SecondStepForm onSignedIn={signedIn} onOver={startOver} />;
  if (step === 'enrolment') {
    return (
      <Suspense fallback={<SignInFrame tab={t('signIn.tab')} title={t('account.factor.beginTitle')} />}>
        <EnrolmentStep onSignedIn={signedIn} onOver={startOver} />
      </Suspense>
    );
  }
  return (
    <SignInFrame tab={t('signIn.tab')} title={t('signIn.title')} sub={t('signIn.sub')}>
      {ways?.sso && <SsoButton name={ways.sso} returnTo={returnTo} alone={!ways.password} />}
      {ways?.sso && ways.password && (
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5, textAlign: 'center', my: '14px' }}>{t('signIn.or')}</Box>
      )}
      {ways?.password && <PasswordForm failed={failed} busy={busy} onSubmit={(given) => void submit(given)} />}
    </SignInFrame>
  );
}
