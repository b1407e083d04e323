import { useBlocker } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';

/** Asks before a link or the way back leads to another page while something is not saved; signing in again is let through. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const t = useText();
  const { state, proceed, reset } = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && nextLocation.pathname !== currentLocation.pathname && nextLocation.pathname !== '/login',
  );
  if (state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('policy.leave.title')}
      text={t('policy.leave.text')}
      confirm={t('policy.leave.label')}
      onConfirm={async () => proceed()}
      onClose={reset}
    />
  );
}
