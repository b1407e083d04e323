import type { ImportDetail } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { failureText } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';

type Action = 'apply' | 'approve' | 'cancel' | 'undo';

const possible: Partial<Record<ImportDetail['state'], readonly Action[]>> = {
  previewed: ['apply', 'cancel'],
  held: ['approve', 'cancel'],
  applied: ['undo'],
};
/** These touch what others see against a warning or after the fact, so they are asked once more and take a reason. */
const asksFirst: ReadonlySet<Action> = new Set(['approve', 'undo']);

/** What a person may do to an import in its state: write it in one piece, drop it, or take it back. */
export function ImportActions({ detail: { id, state, counts, about }, onChanged }: { detail: ImportDetail; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState<Action>();
  const [asked, setAsked] = useState<Action>();
  const act = async (action: Action, reason = '') => {
    setBusy(action);
    try {
      if (action === 'cancel') await api.cancelImport(id);
      else if (action === 'undo') await api.undoImport(id, reason);
      else await api.applyImport(id, { ...(action === 'approve' && { approve: true }), ...(reason !== '' && { reason }) });
      const ofPrograms = about === 'programs' && action !== 'cancel';
      notify(t(ofPrograms ? `import.actions.${action}.donePrograms` : `import.actions.${action}.done`), { type: 'success' });
      for (const key of ['imports', 'applicants', 'facets', 'home', 'programs', 'list-audit'])
        void client.invalidateQueries({ queryKey: [key] });
    } catch (error) {
      notify(`${failureText(error, t)} ${t('import.nothingChanged')}`, {
        type: 'error',
        autoHideDuration: 8000,
      });
    }
    setBusy(undefined);
    setAsked(undefined);
    onChanged();
  };
  const nothing = counts.new + counts.changed === 0;
  const writes = (action: Action) => action === 'apply' || action === 'approve';
  return (
    <>
      {possible[state]?.map((action) => (
        <Button
          key={action}
          variant={writes(action) ? 'contained' : 'outlined'}
          disabled={busy !== undefined || (nothing && action !== 'cancel')}
          onClick={() => (asksFirst.has(action) ? setAsked(action) : void act(action))}
        >
          {t(busy === action && writes(action) ? 'import.applying' : `import.actions.${action}.label`)}
        </Button>
      ))}
      {(asked === 'approve' || asked === 'undo') && (
        <ConfirmDialog
          title={t(`import.actions.${asked}.title`)}
          text={t(asked === 'undo' && about === 'programs' ? 'import.actions.undo.textPrograms' : `import.actions.${asked}.text`)}
          confirm={t(`import.actions.${asked}.label`)}
          withReason
          onConfirm={(reason) => act(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
