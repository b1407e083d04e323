import { type Task, taskMoveSchema, taskWriteSchema } from '@matchwatch/contracts';
import { type Day, type PlanPhase, planPhases, type TaskOwner, taskOwners } from '@matchwatch/domain';
import { planPhaseLabel, taskOwnerLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { FormDialog } from '../surface/form-dialog.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';

type Act = 'edit' | 'done' | 'dropped';

/** Adds a task, changes an open one, or says what came of it. */
export function TaskDialog({ applicantId, task, onClose }: { applicantId: number; task?: Task; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const changed = useCaseworkChanged();
  const { data: casework } = useCasework(applicantId);
  const people = casework?.people ?? [];
  const [act, setAct] = useState<Act>('edit');
  const [title, setTitle] = useState(task?.title ?? '');
  const [owner, setOwner] = useState<TaskOwner>(task?.owner ?? 'applicant');
  const [ownerId, setOwnerId] = useState<number | ''>(task?.person?.id ?? '');
  const [dueOn, setDueOn] = useState<string>(task?.dueOn ?? '');
  const [remindOn, setRemindOn] = useState<string>(task?.remindOn ?? '');
  const [phase, setPhase] = useState<PlanPhase | ''>(task?.phase ?? '');
  const [on, setOn] = useState<string>(today ?? '');
  const [outcome, setOutcome] = useState('');
  const body = () => ({
    title,
    owner,
    ownerId: owner === 'person' && ownerId !== '' ? ownerId : null,
    dueOn: dueOn as Day,
    remindOn: remindOn === '' ? null : (remindOn as Day),
    phase: phase === '' ? null : phase,
  });
  const moved = () => ({ state: act, on: act === 'done' && on !== '' ? on : null, outcome: outcome.trim() === '' ? null : outcome });
  return (
    <FormDialog
      title={t(task ? 'tasks.editTitle' : 'tasks.addTitle')}
      submit={t('casework.save')}
      check={() => (act === 'edit' ? taskWriteSchema.safeParse(body()) : taskMoveSchema.safeParse(moved()))}
      onSubmit={async () => {
        if (!task) await api.addTask(applicantId, taskWriteSchema.parse(body()));
        else if (act === 'edit') await api.changeTask(applicantId, task.id, task.version, taskWriteSchema.parse(body()));
        else await api.moveTask(applicantId, task.id, task.version, taskMoveSchema.parse(moved()));
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {task && (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={act}
              onChange={(_event, next: Act | null) => next && setAct(next)}
              sx={{ mb: '6px' }}
            >
              {(['edit', 'done', 'dropped'] as const).map((each) => (
                <ToggleButton key={each} value={each} sx={{ textTransform: 'none' }}>
                  {t(each === 'edit' ? 'casework.edit' : each === 'done' ? 'tasks.completed' : 'tasks.drop')}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          {act === 'edit' ? (
            <>
              <TextField
                label={t('carePlan.taskTitle')}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                multiline
                error={wrong.title !== undefined}
                helperText={wrong.title}
                slotProps={{ htmlInput: { maxLength: 300 } }}
              />
              <Box sx={{ display: 'flex', gap: '12px' }}>
                <TextField select label={t('carePlan.owner')} value={owner} onChange={(event) => setOwner(event.target.value as TaskOwner)}>
                  {taskOwners.map((each) => (
                    <MenuItem key={each} value={each}>
                      {taskOwnerLabel(each)}
                    </MenuItem>
                  ))}
                </TextField>
                {owner === 'person' && (
                  <TextField
                    select
                    label={t('carePlan.owner')}
                    value={ownerId}
                    onChange={(event) => setOwnerId(Number(event.target.value))}
                    error={wrong.ownerId !== undefined}
                    helperText={wrong.ownerId}
                  >
                    {people.map(({ id, name }) => (
                      <MenuItem key={id} value={id}>
                        {name}
                      </MenuItem>
                    ))}
                  </TextField>
                )}
              </Box>
              <Box sx={{ display: 'flex', gap: '12px' }}>
                <TextField
                  type="date"
                  label={t('carePlan.due')}
                  value={dueOn}
                  onChange={(event) => setDueOn(event.target.value)}
                  error={wrong.dueOn !== undefined}
                  helperText={wrong.dueOn}
                  slotProps={{ inputLabel: { shrink: true } }}
                />
                <TextField
                  type="date"
                  label={t('carePlan.remind')}
                  value={remindOn}
                  onChange={(event) => setRemindOn(event.target.value)}
                  error={wrong.remindOn !== undefined}
                  helperText={wrong.remindOn}
                  slotProps={{ inputLabel: { shrink: true } }}
                />
              </Box>
              <TextField
                select
                label={t('carePlan.phase')}
                value={phase}
                onChange={(event) => setPhase(event.target.value as PlanPhase | '')}
              >
                <MenuItem value="">{t('carePlan.noPhase')}</MenuItem>
                {planPhases.map((each) => (
                  <MenuItem key={each} value={each}>
                    {planPhaseLabel(each)}
                  </MenuItem>
                ))}
              </TextField>
            </>
          ) : (
            <>
              {act === 'done' && (
                <TextField
                  type="date"
                  label={t('carePlan.agreedOn')}
                  value={on}
                  onChange={(event) => setOn(event.target.value)}
                  error={wrong.on !== undefined}
                  helperText={wrong.on}
                  slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
                />
              )}
              <TextField
                label={t('tasks.outcome')}
                value={outcome}
                onChange={(event) => setOutcome(event.target.value)}
                multiline
                minRows={2}
                error={wrong.outcome !== undefined}
                helperText={wrong.outcome}
                slotProps={{ htmlInput: { maxLength: 1000 } }}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
