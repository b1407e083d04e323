import { type Role, roles } from '@matchwatch/domain';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useText } from '../i18n/use-text.js';
import type { Wrong } from '../surface/form-dialog.js';

interface ViewFieldsProps {
  name: string;
  sharedWith: readonly Role[];
  wrong: Wrong;
  onName: (name: string) => void;
  onShared: (roles: readonly Role[]) => void;
}

/** Roles that have a list of applicants. */
const readers = roles.filter((role) => role !== 'auditor' && role !== 'service');

/** What a view is called and who else sees it. */
export function ViewFields({ name, sharedWith, wrong, onName, onShared }: ViewFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField
        autoFocus
        label={t('views.name')}
        value={name}
        onChange={(event) => onName(event.target.value)}
        error={wrong.name !== undefined}
        helperText={wrong.name}
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <Box component="fieldset" sx={{ border: 0, p: 0, m: '4px 0 0', minWidth: 0 }}>
        <Box component="legend" sx={{ fontWeight: 600, p: 0 }}>
          {t('views.shared')}
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: '8px' }}>
          {readers.map((role) => (
            <FormControlLabel
              key={role}
              control={
                <Checkbox
                  size="small"
                  checked={sharedWith.includes(role)}
                  onChange={(_event, checked) => onShared(checked ? [...sharedWith, role] : sharedWith.filter((each) => each !== role))}
                  sx={{ p: '4px 8px' }}
                />
              }
              label={<Box sx={{ fontSize: 13.5 }}>{roleLabel(role)}</Box>}
            />
          ))}
        </Box>
      </Box>
    </>
  );
}
