import { type CohortViewDetail, type CohortViewWrite, cohortViewWriteSchema } from '@matchwatch/contracts';
import { type Role, roles } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChecksField } from '../surface/form/checks-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { useRefreshViews } from './use-views.js';

/** What of a view is not asked in the dialog. */
type Content = CohortViewWrite extends infer W ? (W extends CohortViewWrite ? Omit<W, 'name' | 'sharedWith'> : never) : never;

interface SaveViewDialogProps {
  content: Content;
  /** The view that is changed; without one it is new. */
  view?: CohortViewDetail | undefined;
  onSaved: (view: CohortViewDetail) => void;
  onClose: () => void;
}

/** Roles that have a list of applicants. */
const readers = roles.filter((role) => role !== 'auditor' && role !== 'service');

/** Names a view, says who else sees it, and saves it. */
export function SaveViewDialog({ content, view, onSaved, onClose }: SaveViewDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const refresh = useRefreshViews();
  const form = useForm({ name: view?.name ?? '', sharedWith: (view?.sharedWith ?? []) as readonly Role[] });
  return (
    <FormDialog
      form={form}
      title={view ? t('views.edit.title', { name: view.name }) : t('views.save.title')}
      text={content.kind === 'filter' ? t('views.save.text') : undefined}
      submit={t('views.submit')}
      onSubmit={async () => {
        const write = cohortViewWriteSchema.parse({ ...content, ...form.values });
        const saved = await (view ? api.changeView(view.id, view.version, write) : api.saveView(write));
        refresh();
        notify(t('views.saved'), { type: 'success' });
        onSaved(saved);
      }}
      onClose={onClose}
    >
      <FormField {...form.field('name')} autoFocus label={t('views.name')} longest={80} />
      <ChecksField {...form.field('sharedWith')} legend={t('views.shared')} of={readers} text={roleLabel} columns={2} />
    </FormDialog>
  );
}
