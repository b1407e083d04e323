import { useEffect } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { listenToSessionEnd } from './current-session.js';

/** Leads to the sign-in page when the session has ended, and back to the same place afterwards. */
export function useSignOutAtSessionEnd(): void {
  const logout = useLogout();
  const notify = useNotify();
  const t = useText();
  useEffect(
    () =>
      listenToSessionEnd(() => {
        notify(t('signIn.ended'), { type: 'warning' });
        void logout({}, '/login');
      }),
    [logout, notify, t],
  );
}
