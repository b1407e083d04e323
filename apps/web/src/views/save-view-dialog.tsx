import { type CohortViewDetail, type CohortViewWrite, cohortViewWriteSchema } from '@matchwatch/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { useRefreshViews } from './use-views.js';
import { ViewFields } from './view-fields.js';

/** What of a view is not asked in the dialog. */
type Content = CohortViewWrite extends infer W ? (W extends CohortViewWrite ? Omit<W, 'name' | 'sharedWith'> : never) : never;

interface SaveViewDialogProps {
  content: Content;
  /** The view that is changed; without one it is new. */
  view?: CohortViewDetail | undefined;
  onSaved: (view: CohortViewDetail) => void;
  onClose: () => void;
}

/** Names a view, says who sees it, and saves it. */
export function SaveViewDialog({ content, view, onSaved, onClose }: SaveViewDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const refresh = useRefreshViews();
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharedWith] = useState(view?.sharedWith ?? []);
  const check = () => cohortViewWriteSchema.safeParse({ ...content, name, sharedWith });
  return (
    <FormDialog
      title={view ? t('views.edit.title', { name: view.name }) : t('views.save.title')}
      text={content.kind === 'filter' ? t('views.save.text') : undefined}
      submit={t('views.submit')}
      check={check}
      onSubmit={async () => {
        const write = cohortViewWriteSchema.parse({ ...content, name, sharedWith });
        const saved = await (view ? api.changeView(view.id, view.version, write) : api.saveView(write));
        refresh();
        notify(t('views.saved'), { type: 'success' });
        onSaved(saved);
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <ViewFields name={name} sharedWith={sharedWith} wrong={wrong} onName={setName} onShared={(roles) => setSharedWith([...roles])} />
      )}
    </FormDialog>
  );
}
