import type { InvitedPerson } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText } from '../surface/day-text.js';

/** The one-time link, shown once. */
export function LinkDialog({ invited: { person, link, expiresAt }, onClose }: { invited: InvitedPerson; onClose: () => void }) {
  const t = useText();
  const school = useSession()?.school;
  const [copied, setCopied] = useState(false);
  // Only over https does a browser lend its clipboard; the field can be selected all the same.
  const copy = () => navigator.clipboard?.writeText(link).then(() => setCopied(true));
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="link-title">
      <DialogTitle id="link-title">{t('people.linkDialog.title', { name: person.name })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>
          {expiresAt === null
            ? t('people.linkDialog.sso', { email: person.email })
            : t('people.linkDialog.text', { at: instantText(expiresAt, school?.timeZone, school?.today) })}
        </Typography>
        <TextField
          label={t(expiresAt === null ? 'people.linkDialog.page' : 'people.linkDialog.label')}
          value={link}
          multiline
          slotProps={{ htmlInput: { readOnly: true, onFocus: (event: { target: { select: () => void } }) => event.target.select() } }}
          helperText={copied ? t('people.linkDialog.copied') : undefined}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.close')}</Button>
        <Button variant="contained" onClick={() => void copy()}>
          {t('people.linkDialog.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
