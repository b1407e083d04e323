import { passwordChangeSchema, type Session } from '@matchwatch/contracts';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { PresentPasswordField } from './present-password-dialog.js';

/** Chooses another password. */
export function PasswordDialog({ onChanged, onClose }: { onChanged: (session: Session) => void; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const form = useForm({ present: '', password: '' });
  return (
    <FormDialog
      form={form}
      title={t('account.password.dialog')}
      text={t('account.password.dialogText')}
      submit={t('account.password.save')}
      onSubmit={async () => onChanged(await api.changePassword(passwordChangeSchema.parse(form.values)))}
      onClose={onClose}
    >
      <PresentPasswordField {...form.field('present')} />
      <FormField
        {...form.field('password')}
        label={t('account.password.chosen')}
        type="password"
        autoComplete="new-password"
        help={t('account.password.help')}
      />
    </FormDialog>
  );
}
