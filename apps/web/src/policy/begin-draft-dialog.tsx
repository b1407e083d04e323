import { policyDraftSchema } from '@matchwatch/contracts';
import { useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

/** Begins a draft: its name, why, and from when on; with a number to change open in it, where one is named. */
export function BeginDraftDialog({ openKey, onClose }: { openKey?: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const today = useToday();
  const form = useForm({ version: '', reason: '', effectiveOn: today ?? '' });
  const { field } = form;
  return (
    <FormDialog
      form={form}
      title={t('policy.draft.title')}
      text={t('policy.draft.text')}
      submit={t('policy.draft.begin')}
      onSubmit={async () => {
        const { id } = await api.beginDraft(policyDraftSchema.parse(form.values));
        void navigate(`/policy/versions/${id}${openKey === undefined ? '' : `?key=${encodeURIComponent(openKey)}`}`);
      }}
      onClose={onClose}
    >
      <FormField {...field('version')} autoFocus label={t('policy.draft.name')} help={t('policy.draft.nameHelp')} longest={60} />
      <FormField {...field('reason')} label={t('policy.draft.reason')} rows={2} longest={500} />
      <DayField {...field('effectiveOn')} label={t('policy.draft.effectiveOn')} />
    </FormDialog>
  );
}
