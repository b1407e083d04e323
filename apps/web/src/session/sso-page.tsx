import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { signInApi } from './sign-in-api.js';
import { signInFailure } from './sign-in-failure.js';
import { SignInFrame } from './sign-in-frame.js';

/** Where the provider sends the browser back to: what it brought is handed on, and the person goes where they wanted to. */
export function SsoPage() {
  const t = useText();
  const query = useLocation().search.slice(1);
  const { data, error } = useQuery({
    queryKey: ['session', 'sso'],
    queryFn: () => signInApi.finishSso(query),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  useEffect(() => {
    // A new page: this one's address holds what must not be kept, and it has learnt that nobody is signed in.
    if (data) window.location.replace(data.returnTo);
  }, [data]);
  if (error) {
    return (
      <SignInFrame tab={t('signIn.tab')} title={t('signIn.ssoFailed')} sub={signInFailure(error, t, 'step')}>
        <Button component={Link} to="/login" variant="contained" replace>
          {t('signIn.backToSignIn')}
        </Button>
      </SignInFrame>
    );
  }
  return <SignInFrame tab={t('signIn.tab')} title={t('signIn.title')} sub={<span role="status">{t('signIn.busy')}</span>} />;
}
