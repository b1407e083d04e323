import type { Run } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { failureDetail, failureKind } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';

type Action = 'cancel' | 'approve' | 'discard';

/** What a person may do to a run in its state; each asks once more and takes a reason. */
export function RunActions({ run, live, onChanged }: { run: Run; live: boolean; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const [asked, setAsked] = useState<Action>();
  const does = useRoleDoes();
  const possible: Action[] = live ? ['cancel'] : run.state === 'held' ? ['approve', 'discard'] : [];
  const actions = possible.filter((action) => does(action === 'cancel' ? 'run.cancel' : 'run.decide'));
  const act = async (action: Action, reason: string) => {
    try {
      await api.actOnRun(run.id, action, reason);
      notify(t(`run.actions.${action}.done`), { type: 'success' });
    } catch (error) {
      notify(failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`), { type: 'error' });
    }
    setAsked(undefined);
    onChanged();
  };
  return (
    <>
      {actions.map((action) => (
        <Button key={action} variant={action === 'approve' ? 'contained' : 'outlined'} onClick={() => setAsked(action)}>
          {t(`run.actions.${action}.label`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          title={t(`run.actions.${asked}.title`)}
          text={t(`run.actions.${asked}.text`)}
          confirm={t(`run.actions.${asked}.label`)}
          withReason
          onConfirm={(reason) => act(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
