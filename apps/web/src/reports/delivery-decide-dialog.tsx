import { type Delivery, deliveryDecideSchema } from '@matchwatch/contracts';
import type { DeliveryDecision } from '@matchwatch/domain';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

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
  const form = useForm({ reason: '' });
  return (
    <FormDialog
      form={form}
      title={t(`mailing.decide.${decision}.title`, { name })}
      text={t(`mailing.decide.${decision}.text`)}
      submit={t(`mailing.decide.${decision}.submit`)}
      onSubmit={async () => {
        await api.decideDelivery(id, deliveryDecideSchema.parse({ decision, ...form.values }));
        notify(t(`mailing.decide.${decision}.done`), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('reason')} label={t('mailing.decide.reason')} longest={500} />
    </FormDialog>
  );
}
