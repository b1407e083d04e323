import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import type { Form } from './use-form.js';

/** How a dialog is left by Escape or a click beside it: not while it sends, and not without a question when something was entered. */
export function useLeave<V>({ busy, isChanged }: Pick<Form<V>, 'busy' | 'isChanged'>, onClose: () => void): [() => void, ReactNode] {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const leave = () => {
    if (busy) return;
    if (isChanged) setAsking(true);
    else onClose();
  };
  const question = asking && (
    <ConfirmDialog
      title={t('leave.title')}
      text={t('leave.text')}
      confirm={t('leave.confirm')}
      onConfirm={async () => onClose()}
      onClose={() => setAsking(false)}
    />
  );
  return [leave, question];
}
