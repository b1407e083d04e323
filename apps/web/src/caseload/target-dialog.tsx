import { type AdvisorLoad, caseloadTargetSchema } from '@matchwatch/contracts';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { nameOfLoad } from './load-table.js';

/** Says how many applicants somebody is meant to accompany. */
export function TargetDialog({ load, onDone, onClose }: { load: AdvisorLoad; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const form = useForm({ target: String(load.target ?? '') });
  const text = form.values.target.trim();
  return (
    <FormDialog
      form={form}
      title={t('caseload.targetForm.title', { name: nameOfLoad(load, '') })}
      submit={t('caseload.targetForm.submit')}
      onSubmit={async () => {
        const { target } = caseloadTargetSchema.parse({ target: text === '' ? null : Number(text) });
        if (load.personId !== null) await api.setCaseloadTarget(load.personId, target);
        onDone();
      }}
      onClose={onClose}
    >
      <FormField
        {...form.field('target')}
        autoFocus
        label={t('caseload.targetForm.label')}
        help={t('caseload.targetForm.help')}
        longest={4}
        html={{ inputMode: 'numeric' }}
      />
    </FormDialog>
  );
}
