import { packetRequestSchema } from '@matchwatch/contracts';
import { useNotify } from 'react-admin';
import { type Download, saveFile } from '../http/download.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

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
  const form = useForm({ reason: '' });
  return (
    <FormDialog
      form={form}
      title={title}
      text={text}
      submit={t('export.submit')}
      onSubmit={async () => {
        saveFile(await make(packetRequestSchema.parse(form.values).reason));
        notify(t('export.done'), { type: 'success' });
        onClose();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('reason')} label={t('export.reason')} help={t('export.packet.reasonHelp')} longest={500} />
    </FormDialog>
  );
}
