import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useText } from '../i18n/use-text.js';

interface ConflictDialogProps {
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
  onClose: () => void;
}

/** Somebody saved a newer draft: nothing of one’s own is written until one decides. */
export function ConflictDialog({ busy, onTheirs, onMine, onClose }: ConflictDialogProps) {
  const t = useText();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="draft-conflict-title">
      <DialogTitle id="draft-conflict-title">{t('policy.conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)' }}>{t('policy.conflict.text')}</Typography>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose} disabled={busy}>
          {t('policy.conflict.back')}
        </Button>
        <Button variant="outlined" onClick={onTheirs} disabled={busy}>
          {t('policy.conflict.theirs')}
        </Button>
        <Button variant="contained" onClick={onMine} disabled={busy}>
          {t('policy.conflict.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
