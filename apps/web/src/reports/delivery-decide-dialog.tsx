import { type Delivery, deliveryDecideSchema } from '@matchwatch/contracts';
import type { DeliveryDecision } from '@matchwatch/domain';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

interface DeliveryDecideDialogProps {
  delivery: Delivery;
  decision: DeliveryDecision;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for the reason of what somebody decides about a mail. */
export function DeliveryDecideDialog({ delivery: { id, name }, decision, onDone, onClose }: DeliveryDecideDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t(`mailing.decide.${decision}.title`, { name })}
      text={t(`mailing.decide.${decision}.text`)}
      submit={t(`mailing.decide.${decision}.submit`)}
      check={() => deliveryDecideSchema.safeParse({ decision, reason })}
      onSubmit={async () => {
        await api.decideDelivery(id, { decision, reason: reason.trim() });
        notify(t(`mailing.decide.${decision}.done`), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          label={t('mailing.decide.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={wrong.reason !== undefined}
          helperText={wrong.reason}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </FormDialog>
  );
}
