import { type InvitedPerson, type Person, personInviteSchema, personWriteSchema } from '@matchwatch/contracts';
import { type Role, roles } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

type PersonDialogProps = { onClose: () => void } & (
  | { person: Person; onSaved: () => void; onInvited?: never }
  | { person?: never; onSaved?: never; onInvited: (invited: InvitedPerson) => void }
);

/** Invites somebody, or changes the name and role of a colleague. */
export function PersonDialog({ person, onClose, onSaved, onInvited }: PersonDialogProps) {
  const t = useText();
  const api = useApi();
  const form = useForm({ name: person?.name ?? '', email: '', role: (person?.role ?? 'advisor') as Role });
  const { name, email, role } = form.values;
  const save = async () => {
    if (person) {
      await api.changePerson(person.id, personWriteSchema.parse({ name, role }));
      onSaved();
    } else onInvited(await api.invitePerson(personInviteSchema.parse({ name, email: email.trim(), role })));
  };
  return (
    <FormDialog
      form={form}
      title={person ? t('people.roles.title', { name: person.name }) : t('people.form.title')}
      text={person && t('people.roles.text')}
      submit={t(person ? 'people.form.save' : 'people.form.submit')}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField {...form.field('name')} label={t('people.form.name')} longest={120} />
      {!person && <FormField {...form.field('email')} label={t('people.form.email')} type="email" longest={254} />}
      <ChoiceField {...form.field('role')} label={t('people.form.role')} of={roles} text={roleLabel} />
    </FormDialog>
  );
}
