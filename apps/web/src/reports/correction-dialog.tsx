import { reportRequestSchema } from '@matchwatch/contracts';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

interface CorrectionDialogProps {
  season: number;
  /** Makes the further edition, for this reason. */
  make: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why another edition of a week is made that has one. */
export function CorrectionDialog({ make, season, onClose }: CorrectionDialogProps) {
  const t = useText();
  const [correction, setCorrection] = useState('');
  return (
    <FormDialog
      title={t('reports.correction.title')}
      text={t('reports.correction.text')}
      submit={t('reports.correction.submit')}
      check={() => reportRequestSchema.required().omit({ view: true }).safeParse({ season, correction })}
      onSubmit={async () => {
        await make(correction.trim());
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          label={t('reports.correction.reason')}
          value={correction}
          onChange={(event) => setCorrection(event.target.value)}
          error={wrong.correction !== undefined}
          helperText={wrong.correction}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
      )}
    </FormDialog>
  );
}
