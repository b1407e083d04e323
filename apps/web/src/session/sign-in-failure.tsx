import Alert from '@mui/material/Alert';
import { HttpError } from 'react-admin';
import { failureDetail, problemOf } from '../http/problem.js';
import { type Text, useText } from '../i18n/use-text.js';

const own = new Set(['urn:matchwatch:problem:sign-in-over', 'urn:matchwatch:problem:sso-cancelled', 'urn:matchwatch:problem:sso-refused']);

/** What to tell a person of a step that failed; what the API says of itself is told in its own words where `said` is asked for. */
export function signInFailure(error: unknown, t: Text, said: 'password' | 'step'): string {
  if (!(error instanceof HttpError)) return t('signIn.offline');
  const detail = failureDetail(error);
  if (error.status === 429) return [t('signIn.tooMany'), detail].filter(Boolean).join(' ');
  if (detail !== undefined && (said === 'step' || own.has(problemOf(error)?.type ?? '') || error.status === 409)) return detail;
  return t(error.status >= 500 ? 'signIn.server' : 'signIn.refused');
}

/** Whether a step is over, so that only the beginning is left. */
export const isSignInOver = (error: unknown): boolean => problemOf(error)?.type === 'urn:matchwatch:problem:sign-in-over';

/** The sentence in its frame. */
export function SignInAlert({ text }: { text: string | undefined }) {
  const t = useText();
  if (text === undefined) return null;
  return (
    <Alert severity="error" variant="outlined" aria-label={t('signIn.failed')} sx={{ mb: '14px' }}>
      {text}
    </Alert>
  );
}
