import type { ApplicantDetail, Plan, Task } from '@matchwatch/contracts';
import type { PlanPhase } from '@matchwatch/domain';
import { planPhaseLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { useFailed } from '../surface/use-failed.js';
import { toPlanWrite } from './plan-form.js';
import { TaskItem } from './task-item.js';
import { useCaseworkChanged } from './use-casework.js';

interface PlanPhaseTasksProps {
  number: number;
  phase: PlanPhase;
  plan: Plan;
  tasks: readonly Task[];
  all: readonly Task[];
  mayWrite: boolean;
  detail: ApplicantDetail;
}

/** One phase: how much of it is done, since when it has been going on, and its tasks. */
export function PlanPhaseTasks({ number, phase, plan, tasks, all, mayWrite, detail }: PlanPhaseTasksProps) {
  const t = useText();
  const api = useApi();
  const failed = useFailed();
  const changed = useCaseworkChanged();
  const today = useToday();
  const { enteredOn = null, leftOn = null } = plan.phases.find((each) => each.phase === phase) ?? {};
  const shown = tasks.filter(({ state }) => state !== 'dropped');
  const done = shown.filter(({ state }) => state === 'done').length;
  if (shown.length === 0 && enteredOn === null) return null;
  const isNow = enteredOn !== null && leftOn === null;
  const move = async () => {
    if (!today) return;
    const next = isNow ? { phase, enteredOn, leftOn: today } : { phase, enteredOn: today, leftOn: null };
    const phases = [...plan.phases.filter((each) => each.phase !== phase), next];
    try {
      await api.revisePlan(detail.id, plan.id, plan.version, { ...toPlanWrite(plan, all), phases, reason: null });
      changed();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Box component="section" sx={{ mt: '12px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: '0 12px' }}>
        <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
          {number}. {planPhaseLabel(phase)}
          {isNow && (
            <Box component="span" sx={{ color: 'var(--brand)', ml: '8px', fontWeight: 500 }}>
              {t('carePlan.phaseNow')}
            </Box>
          )}
        </Box>
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5, display: 'flex', flexWrap: 'wrap', gap: '0 10px' }}>
          {enteredOn && <span>{t('carePlan.enteredOn', { day: shortDay(enteredOn, today) })}</span>}
          {leftOn && <span>{t('carePlan.leftOn', { day: shortDay(leftOn, today) })}</span>}
          <span>{t('carePlan.progress', { done, total: shown.length })}</span>
          {mayWrite && plan.state === 'agreed' && (
            <LinkButton
              type="button"
              onClick={() => void move()}
              aria-label={`${t(isNow ? 'carePlan.leave' : 'carePlan.enter')}: ${planPhaseLabel(phase)}`}
            >
              {t(isNow ? 'carePlan.leave' : 'carePlan.enter')}
            </LinkButton>
          )}
        </Box>
      </Box>
      <Box
        role="progressbar"
        aria-label={planPhaseLabel(phase)}
        aria-valuemin={0}
        aria-valuemax={shown.length}
        aria-valuenow={done}
        sx={{ height: 4, borderRadius: 2, bgcolor: 'var(--line)', mt: '4px', overflow: 'hidden' }}
      >
        <Box sx={{ height: '100%', width: `${shown.length === 0 ? 0 : (100 * done) / shown.length}%`, bgcolor: 'var(--brand)' }} />
      </Box>
      <Box component="ul" sx={plainList}>
        {shown.map((task) => (
          <TaskItem key={task.id} task={task} mayWrite={mayWrite} isDraft={plan.state === 'draft'} />
        ))}
      </Box>
    </Box>
  );
}
