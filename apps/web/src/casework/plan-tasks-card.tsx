import type { ApplicantCasework, ApplicantDetail, PlanRevision } from '@matchwatch/contracts';
import { type Day, planPhases } from '@matchwatch/domain';
import { changeText, planEndingLabel, planStateLabel, taskOwnerLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { useFailed } from '../surface/use-failed.js';
import { AgreeDialog, ClosePlanDialog } from './plan-dialogs.js';
import { PlanEditor } from './plan-editor.js';
import { PlanGoals } from './plan-goals.js';
import { PlanPhaseTasks } from './plan-phase-tasks.js';
import { TaskDialog } from './task-dialog.js';
import { TaskItem } from './task-item.js';
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
            <PlanPhaseTasks
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
          <PlanGoals plan={plan} detail={detail} />
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
      <Box component="ul" sx={plainList}>
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
          versions={revisions.map(({ content, ...revision }) => ({ ...revision, lines: planLines(content, today) }))}
          onClose={() => setRevisions(undefined)}
        />
      )}
    </Card>
  );
}

const planLines = ({ state, agreedOn, agreedWith, tasks, goals }: PlanRevision['content'], today: Day | undefined): string[] => [
  [planStateLabel(state), agreedOn && shortDay(agreedOn, today), agreedWith].filter(Boolean).join(', '),
  ...tasks.map(
    ({ title, owner, dueOn, state: taskState }) =>
      `${title} (${taskOwnerLabel(owner)}, ${shortDay(dueOn, today)}${taskState === 'open' ? '' : `, ${taskState}`})`,
  ),
  ...goals.map(({ change, dueOn }) => `${changeText(change)} (${shortDay(dueOn, today)})`),
];
