import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useText } from '../i18n/use-text.js';
import { FormRefusal } from './form/form-body.js';
import { FormField } from './form/form-field.js';
import { useForm } from './form/use-form.js';

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
  const heading = useId();
  const form = useForm({ reason: '' });
  const reason = form.values.reason.trim();
  return (
    <Dialog open onClose={form.busy ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{text}</Typography>
        <FormRefusal form={form} />
        {(withReason || needsReason) && (
          <FormField
            {...form.field('reason')}
            label={t(needsReason ? 'action.neededReason' : 'action.reason')}
            required={needsReason}
            longest={500}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={form.busy}>
          {t('action.back')}
        </Button>
        <Button
          variant="contained"
          disabled={form.busy || (needsReason && reason === '')}
          onClick={() => void form.send(() => onConfirm(reason))}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
