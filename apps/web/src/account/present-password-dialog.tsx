import { presentPasswordSchema } from '@matchwatch/contracts';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

interface PresentPasswordDialogProps {
  title: string;
  text?: string;
  submit: string;
  onSubmit: (present: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the password of now before something a stranger at the screen must not do. */
export function PresentPasswordDialog({ title, text, submit, onSubmit, onClose }: PresentPasswordDialogProps) {
  const t = useText();
  const [present, setPresent] = useState('');
  return (
    <FormDialog
      title={title}
      text={[text, t('account.presentText')].filter(Boolean).join(' ')}
      submit={submit}
      check={() => presentPasswordSchema.safeParse({ present })}
      onSubmit={() => onSubmit(present)}
      onClose={onClose}
    >
      {(wrong) => (
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
      )}
    </FormDialog>
  );
}
