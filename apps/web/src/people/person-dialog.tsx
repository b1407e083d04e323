import { type InvitedPerson, type Person, personInviteSchema, personWriteSchema } from '@matchwatch/contracts';
import { type Role, roles } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';

type PersonDialogProps = { onClose: () => void } & (
  | { person: Person; onSaved: () => void; onInvited?: never }
  | { person?: never; onSaved?: never; onInvited: (invited: InvitedPerson) => void }
);

/** Invites somebody, or changes the name and role of a colleague. */
export function PersonDialog({ person, onClose, onSaved, onInvited }: PersonDialogProps) {
  const t = useText();
  const api = useApi();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(person?.role ?? 'advisor');
  const save = async () => {
    if (person) {
      await api.changePerson(person.id, { name, role });
      onSaved();
    } else onInvited(await api.invitePerson({ name, email, role }));
  };
  return (
    <FormDialog
      title={person ? t('people.roles.title', { name: person.name }) : t('people.form.title')}
      text={person && t('people.roles.text')}
      submit={t(person ? 'people.form.save' : 'people.form.submit')}
      check={() =>
        person ? personWriteSchema.safeParse({ name, role }) : personInviteSchema.safeParse({ name, email: email.trim(), role })
      }
      onSubmit={save}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            label={t('people.form.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={wrong.name !== undefined}
            helperText={wrong.name}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          {!person && (
            <TextField
              label={t('people.form.email')}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              error={wrong.email !== undefined}
              helperText={wrong.email}
              slotProps={{ htmlInput: { maxLength: 254 } }}
            />
          )}
          <TextField select label={t('people.form.role')} value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {roles.map((each) => (
              <MenuItem key={each} value={each}>
                {roleLabel(each)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </FormDialog>
  );
}
