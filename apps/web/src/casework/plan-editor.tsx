import { type ApplicantDetail, type Plan, type PlanTaskWrite, type PlanWrite, planWriteSchema, type Task } from '@matchwatch/contracts';
import { type AdviceOwner, type Day, type PlanDraft, type PlanPhase, planPhases, type RecordChange, taskOwners } from '@matchwatch/domain';
import { draftPlan } from '@matchwatch/risk-rules';
import { changeText, planPhaseLabel, ruleLabel, taskOwnerLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import { useTheme } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { failureDetail, failureKind, problemOf } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { LinkButton } from '../surface/link-button.js';
import { fromDraftPlan, toPlanWrite } from './plan-form.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';

const titleId = 'plan-editor-title';

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
  const fullScreen = useMediaQuery(useTheme().breakpoints.down('sm'));
  const { data: casework } = useCasework(detail.id);
  const people = casework?.people ?? [];
  const [form, setForm] = useState<PlanWrite>(() => begun(detail, plan, tasks, goals, today));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const set = (at: number, change: Partial<PlanTaskWrite>) =>
    setForm((before) => ({ ...before, tasks: before.tasks.map((task, index) => (index === at ? { ...task, ...change } : task)) }));
  const remove = (at: number) => setForm((before) => ({ ...before, tasks: before.tasks.filter((_, index) => index !== at) }));
  const add = (phase: PlanPhase) =>
    setForm((before) => ({
      ...before,
      tasks: [
        ...before.tasks,
        { title: '', owner: 'applicant', ownerId: null, dueOn: today, remindOn: null, phase, advice: null, answers: [] },
      ],
    }));
  // What the open findings ask for and the plan does not answer yet.
  const missing = useMemo(() => {
    const standing = new Set(form.tasks.flatMap(({ advice }) => advice ?? []));
    return fromDraftPlan(draftOf(detail, [], today)).tasks.filter(({ advice }) => advice !== null && !standing.has(advice));
  }, [detail, form.tasks, today]);
  const save = async (thenAgree: boolean) => {
    const checked = planWriteSchema.safeParse(form);
    setWrong(Object.fromEntries(checked.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []));
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      const saved = plan
        ? await api.revisePlan(detail.id, plan.id, plan.version, { ...checked.data, reason: reason.trim() === '' ? null : reason.trim() })
        : await api.draftPlan(detail.id, checked.data);
      if (thenAgree) await api.agreePlan(detail.id, saved.id, saved.version, { on: today, with: t('carePlan.agreedWithDefault') });
      notify(t(thenAgree ? 'carePlan.agreed' : 'carePlan.saved'), { type: 'info' });
      changed();
      onClose();
    } catch (problem) {
      setWrong(Object.fromEntries(problemOf(problem)?.issues?.map(({ path, reason: why }) => [path, why]) ?? []));
      setFailure(
        failureKind(problem) === 'conflict'
          ? t('casework.conflict')
          : (failureDetail(problem) ?? t(`failure.${failureKind(problem)}.happened`)),
      );
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="md" fullWidth fullScreen={fullScreen} aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', p: '16px 16px 4px 24px', gap: 2 }}>
        <Box>
          <Typography variant="h1" component="h2" id={titleId} sx={{ fontSize: 20 }}>
            {t('carePlan.editTitle', { name: spokenName(detail.record.name) })}
          </Typography>
          <Box sx={{ color: 'var(--mute)' }}>{t('carePlan.editSub')}</Box>
        </Box>
        <IconButton onClick={onClose} aria-label={t('action.close')} disabled={busy}>
          <CloseIcon />
        </IconButton>
      </Box>
      <DialogContent tabIndex={0} sx={{ pt: '4px' }}>
        {failure && (
          <Alert severity="error" variant="outlined" sx={{ mb: '8px' }}>
            {failure}
          </Alert>
        )}
        {planPhases.map((phase, index) => (
          <Box component="section" key={phase} aria-labelledby={`plan-editor-${phase}`} sx={{ mt: '14px' }}>
            <Box
              sx={{
                display: 'flex',
                justifyContent: 'space-between',
                alignItems: 'baseline',
                borderBottom: '1px solid var(--line)',
                pb: '4px',
              }}
            >
              <Typography variant="h2" component="h3" id={`plan-editor-${phase}`}>
                {t('draft.phase', { number: index + 1, phase: planPhaseLabel(phase) })}
              </Typography>
              <LinkButton type="button" onClick={() => add(phase)} aria-label={`${t('carePlan.addTask')}: ${planPhaseLabel(phase)}`}>
                {t('carePlan.addTask')}
              </LinkButton>
            </Box>
            {form.tasks.map((task, at) =>
              task.phase === phase ? (
                <TaskRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id before they are saved
                  key={at}
                  task={task}
                  people={people}
                  wrong={(field) => wrong[`tasks.${at}.${field}`]}
                  onChange={(change) => set(at, change)}
                  onRemove={() => remove(at)}
                />
              ) : null,
            )}
          </Box>
        ))}
        <Box component="section" aria-labelledby="plan-editor-goals" sx={{ mt: '14px' }}>
          <Typography variant="h2" component="h3" id="plan-editor-goals" sx={{ borderBottom: '1px solid var(--line)', pb: '4px' }}>
            {t('carePlan.goals')}
          </Typography>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '4px' }}>
            {form.goals.length === 0 ? t('carePlan.goalTry') : t('carePlan.goalsHelp')}
          </Box>
          {form.goals.map(({ change, dueOn }, at) => (
            <Box key={JSON.stringify(change)} sx={{ display: 'flex', alignItems: 'center', gap: '12px' }}>
              <Box sx={{ flex: 1 }}>{changeText(change)}</Box>
              <TextField
                type="date"
                label={t('log.byDay')}
                value={dueOn}
                onChange={(event) =>
                  setForm((before) => ({
                    ...before,
                    goals: before.goals.map((goal, index) => (index === at ? { ...goal, dueOn: event.target.value as Day } : goal)),
                  }))
                }
                error={wrong[`goals.${at}.dueOn`] !== undefined}
                slotProps={{ inputLabel: { shrink: true } }}
                sx={{ width: 165 }}
              />
              <IconButton
                size="small"
                aria-label={`${t('casework.remove')}: ${changeText(change)}`}
                onClick={() => setForm((before) => ({ ...before, goals: before.goals.filter((_, index) => index !== at) }))}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </Box>
          ))}
        </Box>
        {missing.length > 0 && (
          <Button
            size="small"
            variant="outlined"
            sx={{ mt: '12px' }}
            onClick={() => setForm((before) => ({ ...before, tasks: [...before.tasks, ...missing] }))}
          >
            {t('carePlan.addMissing', { smart_count: missing.length })}
          </Button>
        )}
        {plan?.state === 'agreed' && (
          <TextField
            label={t('carePlan.whyRevised')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: '14px' }}
          />
        )}
      </DialogContent>
      <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)' }}>
        {plan?.state !== 'agreed' && (
          <Button disabled={busy} onClick={() => void save(true)} variant="outlined">
            {t('carePlan.saveAgree')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void save(false)} variant="contained">
          {t(plan?.state === 'agreed' ? 'carePlan.saveRevision' : 'carePlan.saveDraft')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function begun(
  detail: ApplicantDetail,
  plan: Plan | undefined,
  tasks: readonly Task[],
  goals: readonly RecordChange[],
  today: Day,
): PlanWrite {
  if (plan) {
    const standing = toPlanWrite(plan, tasks);
    const dueOn = standing.tasks.at(-1)?.dueOn ?? today;
    const known = new Set(standing.goals.map(({ change }) => JSON.stringify(change)));
    const added = goals.filter((change) => !known.has(JSON.stringify(change))).map((change) => ({ change, dueOn }));
    return { ...standing, goals: [...standing.goals, ...added] };
  }
  return fromDraftPlan(draftOf(detail, goals, today));
}

function draftOf({ answer, flags }: ApplicantDetail, goals: readonly RecordChange[], today: Day): PlanDraft {
  const openFlags = flags.filter(({ closedOn }) => closedOn === null);
  return draftPlan(answer?.advice ?? [], { asOf: today, openFlags, goals });
}

interface TaskRowProps {
  task: PlanTaskWrite;
  people: readonly { id: number; name: string }[];
  wrong: (field: string) => string | undefined;
  onChange: (change: Partial<PlanTaskWrite>) => void;
  onRemove: () => void;
}

/** Whoever sees to it, as one choice: the roles, then people by name. */
const ownerValue = ({ owner, ownerId }: PlanTaskWrite): string => (owner === 'person' ? String(ownerId ?? '') : owner);

function TaskRow({ task, people, wrong, onChange, onRemove }: TaskRowProps) {
  const t = useText();
  const roles = taskOwners.filter((owner): owner is AdviceOwner => owner !== 'person');
  const choose = (value: string) => {
    const role = roles.find((each) => each === value);
    onChange(role ? { owner: role, ownerId: null } : { owner: 'person', ownerId: Number(value) });
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '0 10px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) 140px 150px auto' },
        alignItems: 'start',
        mt: '4px',
      }}
    >
      <TextField
        label={t('carePlan.taskTitle')}
        value={task.title}
        onChange={(event) => onChange({ title: event.target.value })}
        multiline
        error={wrong('title') !== undefined}
        helperText={
          wrong('title') ?? (task.answers.length > 0 ? t('draft.answers', { rules: task.answers.map(ruleLabel).join(', ') }) : undefined)
        }
        slotProps={{ htmlInput: { maxLength: 300 } }}
        sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}
      />
      <TextField
        select
        label={t('carePlan.owner')}
        value={ownerValue(task)}
        onChange={(event) => choose(event.target.value)}
        error={wrong('ownerId') !== undefined}
        helperText={wrong('ownerId')}
      >
        {roles.map((owner) => (
          <MenuItem key={owner} value={owner}>
            {taskOwnerLabel(owner)}
          </MenuItem>
        ))}
        {people.map(({ id, name }) => (
          <MenuItem key={id} value={String(id)}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="date"
        label={t('carePlan.due')}
        value={task.dueOn}
        onChange={(event) => onChange({ dueOn: event.target.value as Day })}
        error={wrong('dueOn') !== undefined}
        helperText={wrong('dueOn')}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <IconButton size="small" onClick={onRemove} aria-label={`${t('casework.remove')}: ${task.title}`} sx={{ mt: '10px' }}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
