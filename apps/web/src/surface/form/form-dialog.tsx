import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/use-text.js';
import { FormBody, FormRefusal } from './form-body.js';
import type { Form } from './use-form.js';
import { useLeave } from './use-leave.js';

interface FormDialogProps<V> {
  form: Form<V>;
  title: string;
  text?: string | undefined;
  submit: string;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A short form over the page. */
export function FormDialog<V>({ form, title, text, submit, onSubmit, onClose, children }: FormDialogProps<V>) {
  const t = useText();
  const heading = useId();
  const [leave, question] = useLeave(form, onClose);
  return (
    <Dialog open onClose={leave} maxWidth="xs" fullWidth aria-labelledby={heading}>
      <FormBody form={form} onSubmit={onSubmit}>
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent>
          {text && <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{text}</Typography>}
          <FormRefusal form={form} />
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={form.busy}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={form.busy}>
            {submit}
          </Button>
        </DialogActions>
      </FormBody>
      {question}
    </Dialog>
  );
}
