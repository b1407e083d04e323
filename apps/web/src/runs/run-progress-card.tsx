import type { RunDetail, RunProgress } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { countText } from '../surface/day-text.js';

/** How far a run is; the published picture stays as it was until the run is through. */
export function RunProgressCard({ run, progress }: { run: RunDetail; progress: RunProgress | undefined }) {
  const t = useText();
  const { chunks, assessed, population, state } = progress ?? {
    chunks: run.chunks,
    assessed: run.counts.assessed,
    population: run.counts.population,
    state: run.state,
  };
  const known = chunks.total > 0;
  const percent = known ? Math.round((100 * chunks.done) / chunks.total) : 0;
  return (
    <Box sx={{ mb: '18px' }}>
      <Card
        title={t(`run.progress.${state === 'queued' ? 'queued' : state === 'closed' ? 'closed' : 'assessing'}`)}
        action={known && `${percent} %`}
      >
        <LinearProgress variant={known ? 'determinate' : 'indeterminate'} value={percent} aria-label={t('run.progress.label')} />
        <Box aria-live="polite" sx={{ color: 'var(--mute)', mt: '10px' }}>
          {known && `${t('run.progress.counts', { done: countText(assessed), all: countText(population) })} `}
          {t(run.kind === 'shadow' ? 'run.trial.text' : 'run.progress.safe')}
        </Box>
      </Card>
    </Box>
  );
}
