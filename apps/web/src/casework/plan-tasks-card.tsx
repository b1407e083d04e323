import type { ApplicantCasework, ApplicantDetail, Plan, PlanRevision, Task } from '@matchwatch/contracts';
import { type PlanPhase, planPhases } from '@matchwatch/domain';
import { goalStanding } from '@matchwatch/risk-rules';
import { changeText, measureText, planEndingLabel, planPhaseLabel, planStateLabel, taskOwnerLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { LinkButton } from '../surface/link-button.js';
import { useFailed } from '../surface/use-failed.js';
import { AgreeDialog, ClosePlanDialog } from './plan-dialogs.js';
import { PlanEditor } from './plan-editor.js';
import { toPlanWrite } from './plan-form.js';
import { TaskDialog } from './task-dialog.js';
import { TaskItem } from './task-item.js';
import { useCaseworkChanged } from './use-casework.js';
import { VersionsDialog } from './versions-dialog.js';

interface PlanTasksCardProps {
  detail: ApplicantDetail;
  casework: ApplicantCasework;
}

type Open = 'edit' | 'agree' | 'close' | 'task' | undefined;

/** The plan in its four phases with what is done of it, its goals against the record, and all other tasks. */
export function PlanTasksCard({ detail, casework: { plans, tasks } }: PlanTasksCardProps) {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const mayWrite = detail.may.includes('plan.write');
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<Open>(() => (mayWrite && params.get('plan') === 'edit' ? 'edit' : undefined));
  const [revisions, setRevisions] = useState<PlanRevision[]>();
  const [showDone, setShowDone] = useState(false);
  const plan = plans.find(({ state }) => state !== 'closed');
  const closed = plans.filter(({ state }) => state === 'closed');
  const ofPlan = tasks.filter(({ planId }) => plan !== undefined && planId === plan.id);
  const others = tasks.filter(({ planId }) => plan === undefined || planId !== plan.id);
  const openOthers = others.filter(({ state }) => state === 'open');
  const ended = others.filter(({ state }) => state !== 'open');
  const failed = useFailed();
  const isDraft = plan?.state === 'draft';
  const closeEditor = () => {
    setOpen(undefined);
    if (params.has('plan')) {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('plan');
          return next;
        },
        { replace: true },
      );
    }
  };
  return (
    <Card title={t('carePlan.title')} action={plan && planStateLabel(plan.state)}>
      {!plan && (
        <EmptyState
          title={t('carePlan.none')}
          action={
            mayWrite && (
              <Button variant="contained" onClick={() => setOpen('edit')}>
                {t('carePlan.draftFromFindings')}
              </Button>
            )
          }
        >
          {mayWrite && t('carePlan.noneHelp')}
        </EmptyState>
      )}
      {plan && (
        <>
          <Box sx={{ color: 'var(--mute)', fontSize: 13, mb: '8px' }}>
            {plan.agreedOn
              ? t('carePlan.stateAgreed', { with: plan.agreedWith ?? '', day: shortDay(plan.agreedOn, today) })
              : t('carePlan.stateDraft', { at: shortDay(plan.createdAt.slice(0, 10) as `${number}-${number}-${number}`, today) })}
          </Box>
          {mayWrite && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px', mb: '8px' }}>
              {isDraft && (
                <Button variant="contained" size="small" onClick={() => setOpen('agree')}>
                  {t('carePlan.agree')}
                </Button>
              )}
              <Button variant="outlined" size="small" onClick={() => setOpen('edit')}>
                {t('carePlan.revise')}
              </Button>
              <Button size="small" onClick={() => setOpen('close')}>
                {t('carePlan.close')}
              </Button>
              <Button
                size="small"
                onClick={() => void api.getPlanRevisions(detail.id, plan.id).then(setRevisions, failed)}
              >{`${t('carePlan.versions')} (${plan.version})`}</Button>
            </Box>
          )}
          {planPhases.map((phase, index) => (
            <Phase
              key={phase}
              number={index + 1}
              phase={phase}
              plan={plan}
              tasks={ofPlan.filter((task) => task.phase === phase)}
              mayWrite={mayWrite}
              detail={detail}
              all={ofPlan}
            />
          ))}
          <Goals plan={plan} detail={detail} />
        </>
      )}
      {(openOthers.length > 0 || plan) && (
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mt: '14px' }}>
          <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
            {t('carePlan.otherTasks')}
          </Box>
          {mayWrite && (
            <LinkButton type="button" onClick={() => setOpen('task')}>
              {t('carePlan.addTask')}
            </LinkButton>
          )}
        </Box>
      )}
      {!plan && openOthers.length === 0 && mayWrite && (
        <LinkButton type="button" onClick={() => setOpen('task')}>
          {t('carePlan.addTask')}
        </LinkButton>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {openOthers.map((task) => (
          <TaskItem key={task.id} task={task} mayWrite={mayWrite} />
        ))}
        {showDone && ended.map((task) => <TaskItem key={task.id} task={task} mayWrite={mayWrite} />)}
      </Box>
      {ended.length > 0 && !showDone && (
        <LinkButton type="button" onClick={() => setShowDone(true)}>
          {t('carePlan.doneList')} ({ended.length})
        </LinkButton>
      )}
      {closed.map(({ id, closedOn, ending }) => (
        <Box key={id} sx={{ color: 'var(--mute)', fontSize: 13, mt: '6px' }}>
          {closedOn && ending && t('carePlan.closedPlan', { day: shortDay(closedOn, today), ending: planEndingLabel(ending) })}
        </Box>
      ))}
      {open === 'edit' && <PlanEditor detail={detail} plan={plan} tasks={ofPlan} onClose={closeEditor} />}
      {open === 'agree' && plan && <AgreeDialog plan={plan} onClose={() => setOpen(undefined)} />}
      {open === 'close' && plan && <ClosePlanDialog plan={plan} onClose={() => setOpen(undefined)} />}
      {open === 'task' && <TaskDialog applicantId={detail.id} onClose={() => setOpen(undefined)} />}
      {revisions && (
        <VersionsDialog
          title={t('carePlan.versionsTitle')}
          versions={revisions.map(({ content, ...revision }) => ({ ...revision, lines: planLines(content) }))}
          onClose={() => setRevisions(undefined)}
        />
      )}
    </Card>
  );
}

const planLines = ({ state, agreedOn, agreedWith, tasks, goals }: PlanRevision['content']): string[] => [
  [planStateLabel(state), agreedOn, agreedWith].filter(Boolean).join(', '),
  ...tasks.map(
    ({ title, owner, dueOn, state: taskState }) =>
      `${title} (${taskOwnerLabel(owner)}, ${dueOn}${taskState === 'open' ? '' : `, ${taskState}`})`,
  ),
  ...goals.map(({ change, dueOn }) => `${changeText(change)} (${dueOn})`),
];

interface PhaseProps {
  number: number;
  phase: PlanPhase;
  plan: Plan;
  tasks: readonly Task[];
  all: readonly Task[];
  mayWrite: boolean;
  detail: ApplicantDetail;
}

/** One phase: how much of it is done, since when it has been going on, and its tasks. */
function Phase({ number, phase, plan, tasks, all, mayWrite, detail }: PhaseProps) {
  const t = useText();
  const api = useApi();
  const failed = useFailed();
  const changed = useCaseworkChanged();
  const session = useSession();
  const today = session?.school.today;
  const { enteredOn = null, leftOn = null } = plan.phases.find((each) => each.phase === phase) ?? {};
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  const done = counted.filter(({ state }) => state === 'done').length;
  const shown = tasks.filter(({ state }) => state !== 'dropped');
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
          <span>{t('carePlan.progress', { done, total: counted.length })}</span>
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
        aria-valuemax={counted.length}
        aria-valuenow={done}
        sx={{ height: 4, borderRadius: 2, bgcolor: 'var(--line)', mt: '4px', overflow: 'hidden' }}
      >
        <Box sx={{ height: '100%', width: `${counted.length === 0 ? 0 : (100 * done) / counted.length}%`, bgcolor: 'var(--brand)' }} />
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((task) => (
          <TaskItem key={task.id} task={task} mayWrite={mayWrite} isDraft={plan.state === 'draft'} />
        ))}
      </Box>
    </Box>
  );
}

/** Facts that the plan sets out to change, with where the record stands now. */
function Goals({ plan: { goals }, detail: { record } }: { plan: Plan; detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday();
  if (goals.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: '14px' }}>
      <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
        {t('carePlan.goals')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {goals.map(({ change, dueOn }) => {
          const { reached, now } = goalStanding(record, change);
          const isLate = reached === false && today !== undefined && dueOn < today;
          return (
            <li key={JSON.stringify(change)}>
              {changeText(change)}{' '}
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {t(isLate ? 'carePlan.goalLate' : 'carePlan.goalBy', { day: shortDay(dueOn, today) })}
                {' · '}
                <Box
                  component="span"
                  sx={{ fontWeight: 600, color: reached ? 'var(--on-track-ink)' : isLate ? 'var(--at-risk-ink)' : 'var(--ink)' }}
                >
                  {reached === null
                    ? t('carePlan.goalUnknown')
                    : reached
                      ? t('carePlan.goalReached')
                      : t('carePlan.goalNow', { now: measureText(now) })}
                </Box>
              </Box>
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
