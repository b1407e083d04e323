import { type AdvisorLoad, caseloadTargetSchema } from '@matchwatch/contracts';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { nameOfLoad } from './load-table.js';

/** Says how many applicants somebody is meant to accompany. */
export function TargetDialog({ load, onDone, onClose }: { load: AdvisorLoad; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const [target, setTarget] = useState(load.target === null ? '' : String(load.target));
  const body = () => ({ target: target.trim() === '' ? null : Number(target) });
  return (
    <FormDialog
      title={t('caseload.targetForm.title', { name: nameOfLoad(load, '') })}
      submit={t('caseload.targetForm.submit')}
      check={() => caseloadTargetSchema.safeParse(body())}
      onSubmit={async () => {
        if (load.personId !== null) await api.setCaseloadTarget(load.personId, body().target);
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          autoFocus
          label={t('caseload.targetForm.label')}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          error={wrong.target !== undefined}
          helperText={wrong.target ?? t('caseload.targetForm.help')}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
      )}
    </FormDialog>
  );
}
