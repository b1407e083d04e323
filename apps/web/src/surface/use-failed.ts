import { useCallback } from 'react';
import { useNotify } from 'react-admin';
import { failureText } from '../http/problem.js';
import { useText } from '../i18n/use-text.js';

/** Says at the foot of the page why a call failed. */
export function useFailed(): (error: unknown) => void {
  const t = useText();
  const notify = useNotify();
  return useCallback((error) => notify(failureText(error, t), { type: 'error' }), [notify, t]);
}
