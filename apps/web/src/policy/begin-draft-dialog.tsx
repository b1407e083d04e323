import { isDay } from '@matchwatch/domain';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { problemText } from './problem-text.js';

/** Begins a draft: its name, why, and from when on; with a number to change open in it, where one is named. */
export function BeginDraftDialog({ openKey, onClose }: { openKey?: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const today = useToday();
  const [version, setVersion] = useState('');
  const [reason, setReason] = useState('');
  const [effectiveOn, setEffectiveOn] = useState<string>(today ?? '');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const begin = async () => {
    setAsked(true);
    if (version.trim() === '' || reason.trim() === '' || !isDay(effectiveOn)) return;
    setBusy(true);
    try {
      const { id } = await api.beginDraft({ version: version.trim(), reason: reason.trim(), effectiveOn });
      void navigate(`/policy/versions/${id}${openKey === undefined ? '' : `?key=${encodeURIComponent(openKey)}`}`);
    } catch (error) {
      setFailure(problemText(error, t));
      setBusy(false);
    }
  };
  const needed = (missing: boolean, text: string) => (asked && missing ? { error: true, helperText: text } : {});
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="begin-draft-title">
      <DialogTitle id="begin-draft-title">{t('policy.draft.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{t('policy.draft.text')}</Typography>
        {failure && (
          <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
            {failure}
          </Alert>
        )}
        <TextField
          autoFocus
          label={t('policy.draft.name')}
          helperText={t('policy.draft.nameHelp')}
          value={version}
          onChange={(event) => setVersion(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 60 } }}
          {...needed(version.trim() === '', t('policy.draft.needsName'))}
        />
        <TextField
          label={t('policy.draft.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          multiline
          minRows={2}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          {...needed(reason.trim() === '', t('policy.draft.needsReason'))}
        />
        <TextField
          type="date"
          label={t('policy.draft.effectiveOn')}
          value={effectiveOn}
          onChange={(event) => setEffectiveOn(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          {...needed(!isDay(effectiveOn), t('policy.draft.needsDay'))}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('action.back')}
        </Button>
        <Button variant="contained" disabled={busy} onClick={() => void begin()}>
          {t('policy.draft.begin')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
