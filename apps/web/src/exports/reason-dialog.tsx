import { packetRequestSchema } from '@matchwatch/contracts';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { type Download, saveFile } from '../http/download.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

interface ReasonDialogProps {
  title: string;
  text: string;
  make: (reason: string) => Promise<Download>;
  onClose: () => void;
}

/** Asks what a file is for, then lets it be made. */
export function ReasonDialog({ title, text, make, onClose }: ReasonDialogProps) {
  const t = useText();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      text={text}
      submit={t('export.submit')}
      check={() => packetRequestSchema.safeParse({ reason })}
      onSubmit={async () => {
        saveFile(await make(reason.trim()));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          label={t('export.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={wrong.reason !== undefined}
          helperText={wrong.reason ?? t('export.packet.reasonHelp')}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </FormDialog>
  );
}
