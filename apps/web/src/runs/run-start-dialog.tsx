import { isDay } from '@matchwatch/domain';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { failureDetail, failureKind } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useHome, useSeason } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { countText } from '../surface/day-text.js';

/** Starts a reassessment of a season, as of today or of an earlier day. */
export function RunStartDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const today = useSession()?.school.today;
  const { season: current } = useSeason();
  const seasons = useHome().data?.seasons ?? [];
  const [season, setSeason] = useState(current ?? seasons[0]?.season);
  const [asOf, setAsOf] = useState<string>(today ?? '');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const wrong = asOf !== '' && !isDay(asOf) ? 'run.start.notADay' : today !== undefined && asOf > today ? 'run.start.future' : undefined;

  const start = async () => {
    if (season === undefined || wrong) return;
    setBusy(true);
    try {
      const run = await api.startRun({ season, ...(isDay(asOf) && asOf !== today && { asOf }) });
      void navigate(`/runs/${run.id}/show`);
    } catch (error) {
      setFailure(failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`));
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="run-start-title">
      <DialogTitle id="run-start-title">{t('run.start.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{t('run.start.text')}</Typography>
        {failure && (
          <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
            {failure}
          </Alert>
        )}
        <TextField select label={t('season.label')} value={season ?? ''} onChange={(event) => setSeason(Number(event.target.value))}>
          {seasons.map((each) => (
            <MenuItem key={each.season} value={each.season}>
              {t('run.start.season', { season: each.season, count: countText(each.applicants) })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          type="date"
          label={t('run.columns.asOf')}
          value={asOf}
          onChange={(event) => setAsOf(event.target.value)}
          error={wrong !== undefined}
          helperText={t(wrong ?? 'run.start.asOfHelp')}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button variant="contained" onClick={() => void start()} disabled={busy || season === undefined || wrong !== undefined}>
          {t(busy ? 'run.start.busy' : 'run.start.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
