import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';

interface ConfirmDialogProps {
  title: string;
  text: string;
  confirm: string;
  withReason?: boolean;
  /** Nothing is done before a reason is given. */
  needsReason?: boolean;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks once more before something that others will notice. */
export function ConfirmDialog({ title, text, confirm, withReason = false, needsReason = false, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="confirm-title">
      <DialogTitle id="confirm-title">{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{text}</Typography>
        {(withReason || needsReason) && (
          <TextField
            label={t('action.reason')}
            required={needsReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('action.back')}
        </Button>
        <Button
          variant="contained"
          disabled={busy || (needsReason && reason.trim() === '')}
          onClick={() => {
            setBusy(true);
            void onConfirm(reason.trim()).finally(() => setBusy(false));
          }}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
