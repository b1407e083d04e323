import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { failureDetail, failureKind, problemOf } from '../http/problem.js';
import { useText } from '../i18n/use-text.js';

/** What is wrong with each field, by its path. */
export type Wrong = Readonly<Record<string, string>>;

interface FormDialogProps {
  title: string;
  text?: string | undefined;
  submit: string;
  /** The contract's own verdict on what was entered. */
  check: () => { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined };
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: (wrong: Wrong) => ReactNode;
}

/** A short form: checked by the contract before it is sent, and told field by field what the server refuses. */
export function FormDialog({ title, text, submit, check, onSubmit, onClose, children }: FormDialogProps) {
  const t = useText();
  const heading = useId();
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const { success, error } = check();
    setWrong(Object.fromEntries(error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []));
    setFailure(undefined);
    if (!success) return;
    setBusy(true);
    try {
      await onSubmit();
    } catch (problem) {
      setWrong(Object.fromEntries(problemOf(problem)?.issues?.map(({ path, reason }) => [path, reason]) ?? []));
      setFailure(failureDetail(problem) ?? t(`failure.${failureKind(problem)}.happened`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={heading}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent>
          {text && <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{text}</Typography>}
          {failure && (
            <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
              {failure}
            </Alert>
          )}
          {children(wrong)}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
