import { presentPasswordSchema } from '@matchwatch/contracts';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { type Field, useForm } from '../surface/form/use-form.js';

interface PresentPasswordDialogProps {
  title: string;
  text?: string;
  submit: string;
  onSubmit: (present: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the password of now before something a stranger at the screen must not do. */
export function PresentPasswordDialog({ title, text, submit, onSubmit, onClose }: PresentPasswordDialogProps) {
  const t = useText();
  const form = useForm({ present: '' });
  return (
    <FormDialog
      form={form}
      title={title}
      text={[text, t('account.presentText')].filter(Boolean).join(' ')}
      submit={submit}
      onSubmit={() => onSubmit(presentPasswordSchema.parse(form.values).present)}
      onClose={onClose}
    >
      <PresentPasswordField {...form.field('present')} />
    </FormDialog>
  );
}

/** The password of now. */
export function PresentPasswordField(field: Field<string>) {
  const t = useText();
  return <FormField {...field} label={t('account.present')} type="password" autoComplete="current-password" autoFocus />;
}
