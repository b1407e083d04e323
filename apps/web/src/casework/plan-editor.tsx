import { type ApplicantDetail, type Plan, type PlanTaskWrite, type PlanWrite, planWriteSchema, type Task } from '@matchwatch/contracts';
import { type Day, type PlanPhase, planPhases, type RecordChange } from '@matchwatch/domain';
import { changeText, planPhaseLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { DayField } from '../surface/form/day-field.js';
import { FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';
import { LinkButton } from '../surface/link-button.js';
import { WideDialog } from '../surface/wide-dialog.js';
import { begunPlan, draftedPlan } from './plan-form.js';
import { PlanTaskRow } from './plan-task-row.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';

interface PlanEditorProps {
  detail: ApplicantDetail;
  /** The plan that is revised; a new one is drafted from the open findings. */
  plan?: Plan | undefined;
  tasks?: readonly Task[] | undefined;
  /** Goals that a new plan begins with, or that are added to the one that stands. */
  goals?: readonly RecordChange[] | undefined;
  onClose: () => void;
}

/** A plan to be changed before it is saved: tasks with owners and days in four phases, and goals. */
export function PlanEditor({ detail, plan, tasks = [], goals = [], onClose }: PlanEditorProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const today = useToday() ?? '2000-01-01';
  const people = useCasework(detail.id).data?.people ?? [];
  const form = useForm<PlanWrite>(() => begunPlan(detail, plan, tasks, goals, today));
  const { values, set } = form;
  const [reason, setReason] = useState('');
  const isAgreed = plan?.state === 'agreed';
  const setTask = (at: number, change: Partial<PlanTaskWrite>) =>
    set({ tasks: values.tasks.map((task, index) => (index === at ? { ...task, ...change } : task)) });
  const add = (phase: PlanPhase) => {
    const task = { title: '', owner: 'applicant' as const, ownerId: null, dueOn: today, remindOn: null, phase, advice: null, answers: [] };
    set({ tasks: [...values.tasks, task] });
  };
  // What the open findings ask for and the plan does not answer yet.
  const missing = useMemo(() => {
    const standing = new Set(values.tasks.flatMap(({ advice }) => advice ?? []));
    return draftedPlan(detail, [], today).tasks.filter(({ advice }) => advice !== null && !standing.has(advice));
  }, [detail, values.tasks, today]);
  const save = async (thenAgree: boolean) => {
    const write = planWriteSchema.parse(values);
    const saved = plan
      ? await api.revisePlan(detail.id, plan.id, plan.version, { ...write, reason: orNull(reason) })
      : await api.draftPlan(detail.id, write);
    if (thenAgree) await api.agreePlan(detail.id, saved.id, saved.version, { on: today, with: t('carePlan.agreedWithDefault') });
    notify(t(thenAgree ? 'carePlan.agreed' : 'carePlan.saved'), { type: 'info' });
    changed();
    onClose();
  };
  return (
    <WideDialog
      title={t('carePlan.editTitle', { name: spokenName(detail.record.name) })}
      sub={t('carePlan.editSub')}
      busy={form.busy}
      isChanged={form.isChanged}
      onClose={onClose}
    >
      <DialogContent tabIndex={0} sx={{ pt: '4px' }}>
        <FormRefusal form={form} />
        {planPhases.map((phase, index) => (
          <Part
            key={phase}
            title={t('draft.phase', { number: index + 1, phase: planPhaseLabel(phase) })}
            action={
              <LinkButton type="button" onClick={() => add(phase)} aria-label={`${t('carePlan.addTask')}: ${planPhaseLabel(phase)}`}>
                {t('carePlan.addTask')}
              </LinkButton>
            }
          >
            {values.tasks.map((task, at) =>
              task.phase === phase ? (
                <PlanTaskRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id before they are saved
                  key={at}
                  task={task}
                  people={people}
                  wrong={(field) => form.wrong(`tasks.${at}.${field}`)}
                  onChange={(change) => setTask(at, change)}
                  onRemove={() => set({ tasks: values.tasks.filter((_, index) => index !== at) })}
                />
              ) : null,
            )}
          </Part>
        ))}
        <Part title={t('carePlan.goals')}>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '4px' }}>
            {values.goals.length === 0 ? t('carePlan.goalTry') : t('carePlan.goalsHelp')}
          </Box>
          {values.goals.map(({ change, dueOn }, at) => (
            <Box key={JSON.stringify(change)} sx={{ display: 'flex', alignItems: 'center', gap: '12px' }}>
              <Box sx={{ flex: 1 }}>{changeText(change)}</Box>
              <DayField
                label={t('log.byDay')}
                value={dueOn}
                wrong={form.wrong(`goals.${at}.dueOn`)}
                onChange={(day) =>
                  set({ goals: values.goals.map((goal, index) => (index === at ? { ...goal, dueOn: day as Day } : goal)) })
                }
                sx={{ width: 165 }}
              />
              <IconButton
                size="small"
                aria-label={`${t('casework.remove')}: ${changeText(change)}`}
                onClick={() => set({ goals: values.goals.filter((_, index) => index !== at) })}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </Box>
          ))}
        </Part>
        {missing.length > 0 && (
          <Button size="small" variant="outlined" sx={{ mt: '12px' }} onClick={() => set({ tasks: [...values.tasks, ...missing] })}>
            {t('carePlan.addMissing', { smart_count: missing.length })}
          </Button>
        )}
        {isAgreed && (
          <FormField
            label={t('carePlan.whyRevised')}
            value={reason}
            wrong={form.wrong('reason')}
            onChange={setReason}
            longest={500}
            sx={{ mt: '14px' }}
          />
        )}
      </DialogContent>
      <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)' }}>
        {!isAgreed && (
          <Button disabled={form.busy} onClick={() => void form.send(() => save(true))} variant="outlined">
            {t('carePlan.saveAgree')}
          </Button>
        )}
        <Button disabled={form.busy} onClick={() => void form.send(() => save(false))} variant="contained">
          {t(isAgreed ? 'carePlan.saveRevision' : 'carePlan.saveDraft')}
        </Button>
      </DialogActions>
    </WideDialog>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ mt: '14px' }}>
      <Box
        sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', borderBottom: '1px solid var(--line)', pb: '4px' }}
      >
        <Typography variant="h2" component="h3">
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}
