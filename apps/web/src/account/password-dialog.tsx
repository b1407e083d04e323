import { passwordChangeSchema, type Session } from '@matchwatch/contracts';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

/** Chooses another password. */
export function PasswordDialog({ onChanged, onClose }: { onChanged: (session: Session) => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  return (
    <FormDialog
      title={t('account.password.dialog')}
      text={t('account.password.dialogText')}
      submit={t('account.password.save')}
      check={() => passwordChangeSchema.safeParse({ present, password })}
      onSubmit={async () => onChanged(await api.changePassword({ present, password }))}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            label={t('account.present')}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={present}
            onChange={(event) => setPresent(event.target.value)}
            error={wrong.present !== undefined}
            helperText={wrong.present}
          />
          <TextField
            label={t('account.password.chosen')}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={wrong.password !== undefined}
            helperText={wrong.password ?? t('account.password.help')}
          />
        </>
      )}
    </FormDialog>
  );
}
