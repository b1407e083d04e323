import type { ImportDetail } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { failureDetail, failureKind } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';

/** Applies a preview in one piece, or drops it. */
export function ImportActions({ detail: { id, state, counts }, onChanged }: { detail: ImportDetail; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [approving, setApproving] = useState(false);
  const run = async (work: () => Promise<unknown>, done: 'import.applied' | 'import.cancelled') => {
    setBusy(true);
    try {
      await work();
      notify(t(done), { type: 'success' });
      for (const key of ['imports', 'applicants', 'facets', 'home']) void client.invalidateQueries({ queryKey: [key] });
    } catch (error) {
      notify(`${failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`)} ${t('import.nothingChanged')}`, {
        type: 'error',
        autoHideDuration: 8000,
      });
    }
    setBusy(false);
    setApproving(false);
    onChanged();
  };
  const nothing = counts.new + counts.changed === 0;
  return (
    <>
      <Button
        variant="contained"
        disabled={busy || nothing}
        onClick={() => (state === 'held' ? setApproving(true) : void run(() => api.applyImport(id, {}), 'import.applied'))}
      >
        {t(busy ? 'import.applying' : state === 'held' ? 'import.approve' : 'import.apply')}
      </Button>
      <Button variant="outlined" disabled={busy} onClick={() => void run(() => api.cancelImport(id), 'import.cancelled')}>
        {t('import.cancel')}
      </Button>
      {approving && (
        <ConfirmDialog
          title={t('import.approveTitle')}
          text={t('import.approveText')}
          confirm={t('import.approve')}
          withReason
          onConfirm={(reason) => run(() => api.applyImport(id, { approve: true, ...(reason !== '' && { reason }) }), 'import.applied')}
          onClose={() => setApproving(false)}
        />
      )}
    </>
  );
}
