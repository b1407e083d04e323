import { reportRequestSchema } from '@matchwatch/contracts';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

interface CorrectionDialogProps {
  season: number;
  /** Makes the further edition, for this reason. */
  make: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why another edition of a week is made that has one. */
export function CorrectionDialog({ make, season, onClose }: CorrectionDialogProps) {
  const t = useText();
  const form = useForm({ correction: '' });
  return (
    <FormDialog
      form={form}
      title={t('reports.correction.title')}
      text={t('reports.correction.text')}
      submit={t('reports.correction.submit')}
      onSubmit={async () => {
        await make(reportRequestSchema.required({ correction: true }).parse({ season, ...form.values }).correction);
        onClose();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('correction')} label={t('reports.correction.reason')} longest={300} />
    </FormDialog>
  );
}
