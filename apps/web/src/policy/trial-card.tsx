import type { PolicyVersionDetail, Shadow } from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { detailKey } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { countText, shortDay } from '../surface/day-text.js';
import { problemText } from './problem-text.js';
import type { ShadowQuestion } from './shadow-question.js';
import { TrialResult } from './trial-result.js';
import { shadowKey, useShadow } from './use-shadow.js';

/** A draft tried on the whole cohort: how far it is, and whom it would move. */
export function TrialCard({ detail, isUnsaved }: { detail: PolicyVersionDetail; isUnsaved: boolean }) {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const today = useToday();
  const [question, setQuestion] = useState<ShadowQuestion>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { data: shadow, error } = useShadow(detail.id, question);
  const { may } = detail;
  const state = shadow?.state ?? detail.shadow;
  // What was published was tried as a draft; without a trial there is nothing to show.
  if (detail.state !== 'draft' && state === 'none') return null;
  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.tryDraft(detail.id);
      await client.invalidateQueries({ queryKey: shadowKey(detail.id) });
      await client.invalidateQueries({ queryKey: detailKey('policy-versions', detail.id) });
    } catch (problem) {
      setFailure(problemText(problem, t));
    }
    setBusy(false);
  };
  return (
    <Card title={t('policy.trial.title')}>
      <Box sx={{ mb: '4px', fontWeight: 500 }}>{t(`policy.trial.states.${state}`)}</Box>
      <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>{t('policy.trial.text')}</Box>
      {detail.state === 'draft' && (
        <Box sx={{ mt: '12px', display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center' }}>
          {may.shadow.allowed && !isUnsaved && state !== 'running' && (
            <Button variant={state === 'current' ? 'outlined' : 'contained'} disabled={busy} onClick={() => void start()}>
              {t(state === 'none' ? 'policy.trial.start' : 'policy.trial.again')}
            </Button>
          )}
          {isUnsaved && <Box sx={{ fontWeight: 500 }}>{t('policy.trial.saveFirst')}</Box>}
          {!may.shadow.allowed && !isUnsaved && <Box>{t('policy.trial.cannot', { because: may.shadow.because })}</Box>}
        </Box>
      )}
      {(failure ?? error) && (
        <Alert severity="error" variant="outlined" sx={{ mt: '12px' }}>
          {failure ?? problemText(error, t)}
        </Alert>
      )}
      {!shadow && !error && state !== 'none' && <Skeleton height={80} />}
      {shadow && state === 'running' && <Progress shadow={shadow} />}
      {shadow && (state === 'current' || state === 'stale') && (
        <>
          <Box
            sx={{
              mt: '14px',
              display: 'flex',
              flexWrap: 'wrap',
              gap: '8px 16px',
              alignItems: 'center',
              color: 'var(--mute)',
              fontSize: 13,
            }}
          >
            {shadow.seasons.length > 1 && (
              <TextField
                select
                hiddenLabel
                margin="none"
                value={question.season ?? ''}
                onChange={(event) =>
                  setQuestion({ ...question, season: event.target.value === '' ? undefined : Number(event.target.value) })
                }
                sx={{ width: 170 }}
                slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('policy.trial.season') } } }}
              >
                <MenuItem value="">{t('policy.trial.allSeasons')}</MenuItem>
                {shadow.seasons.map((season) => (
                  <MenuItem key={season} value={season}>
                    {t('season.match', { season })}
                  </MenuItem>
                ))}
              </TextField>
            )}
            {shadow.asOf && shadow.against && (
              <span>{t('policy.trial.asOf', { day: shortDay(shadow.asOf, today), against: shadow.against })}</span>
            )}
          </Box>
          <TrialResult shadow={shadow} move={question.move} onMove={(move) => setQuestion({ ...question, move })} />
        </>
      )}
    </Card>
  );
}

function Progress({ shadow: { runs } }: { shadow: Shadow }) {
  const t = useText();
  const total = runs.reduce((sum, { chunks }) => sum + chunks.total, 0);
  const done = runs.reduce((sum, { chunks }) => sum + chunks.done, 0);
  const assessed = runs.reduce((sum, { counts }) => sum + counts.assessed, 0);
  const population = runs.reduce((sum, { counts }) => sum + counts.population, 0);
  return (
    <Box sx={{ mt: '14px' }} aria-live="polite">
      <LinearProgress
        variant={total > 0 ? 'determinate' : 'indeterminate'}
        value={total > 0 ? (100 * done) / total : 0}
        aria-label={t('policy.trial.progressLabel')}
      />
      <Box sx={{ mt: '6px', color: 'var(--mute)', fontSize: 13 }}>
        {t('policy.trial.progress', { done: countText(assessed), all: countText(population) })}
      </Box>
    </Box>
  );
}
