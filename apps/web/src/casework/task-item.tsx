import type { Task } from '@matchwatch/contracts';
import { daysBetween } from '@matchwatch/domain';
import { taskOwnerLabel } from '@matchwatch/words';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { ruled } from '../surface/ruled.js';
import { useFailed } from '../surface/use-failed.js';
import { TaskDialog } from './task-dialog.js';
import { useCaseworkChanged } from './use-casework.js';

interface TaskItemProps {
  task: Task;
  mayWrite: boolean;
  /** Tasks of a draft are not due yet. */
  isDraft?: boolean;
  /** Whose it is, in a list of several people's. */
  whose?: ReactNode;
}

/** One task: done in one press; changed, dropped, noted and opened again by its words. */
export function TaskItem({ task, mayWrite, isDraft = false, whose }: TaskItemProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const today = useToday();
  const changed = useCaseworkChanged();
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { applicantId, id, version, title, owner, person, dueOn, remindOn, state, doneOn, outcome } = task;
  const late = state === 'open' && !isDraft && today !== undefined && dueOn < today ? daysBetween(dueOn, today) : 0;
  const move = async (to: Task['state']) => {
    setBusy(true);
    try {
      await api.moveTask(applicantId, id, version, { state: to, on: null, outcome: null });
      changed();
      if (to === 'done') notify(`${t('tasks.completed')}: ${title}`, { type: 'info' });
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const isDone = state === 'done';
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: '8px',
        py: '7px',
        ...ruled,
        alignItems: 'flex-start',
      }}
    >
      {mayWrite && !isDraft ? (
        <IconButton
          size="small"
          disabled={busy || state === 'dropped'}
          onClick={() => void move(isDone ? 'open' : 'done')}
          aria-label={isDone ? `${t('tasks.reopen')}: ${title}` : t('tasks.complete', { title })}
          aria-pressed={isDone}
          sx={{ p: '3px', color: isDone ? 'var(--on-track-ink)' : 'var(--mute)' }}
        >
          {isDone ? <CheckCircleIcon fontSize="small" /> : <RadioButtonUncheckedIcon fontSize="small" />}
        </IconButton>
      ) : (
        <Box component="span" aria-hidden="true" sx={{ p: '3px', color: 'var(--mute)', display: 'inline-flex' }}>
          {isDone ? <CheckCircleIcon fontSize="small" /> : <RadioButtonUncheckedIcon fontSize="small" />}
        </Box>
      )}
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ overflowWrap: 'anywhere', textWrap: 'pretty', color: state === 'open' ? 'var(--ink)' : 'var(--mute)' }}>{title}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 10px', fontSize: 13, color: 'var(--mute)' }}>
          {whose}
          <span>{taskOwnerLabel(owner, person)}</span>
          {state === 'open' && <span>{t('tasks.due', { day: shortDay(dueOn, today) })}</span>}
          {late > 0 && (
            <Box component="span" sx={{ color: 'var(--at-risk-ink)', fontWeight: 600 }}>
              {t('tasks.overdue', { smart_count: late })}
            </Box>
          )}
          {state === 'open' && remindOn && <span>{t('tasks.reminder', { day: shortDay(remindOn, today) })}</span>}
          {isDone && doneOn && <span>{t('tasks.doneOn', { day: shortDay(doneOn, today) })}</span>}
          {state === 'dropped' && <span>{t('tasks.dropped')}</span>}
          {mayWrite && !isDraft && (
            <LinkButton
              type="button"
              onClick={() => (state === 'open' ? setEditing(true) : void move('open'))}
              aria-label={`${t(state === 'open' ? 'casework.edit' : 'tasks.reopen')}: ${title}`}
            >
              {t(state === 'open' ? 'casework.edit' : 'tasks.reopen')}
            </LinkButton>
          )}
        </Box>
        {outcome && <Box sx={{ fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{outcome}</Box>}
      </Box>
      {editing && state === 'open' && <TaskDialog applicantId={applicantId} task={task} onClose={() => setEditing(false)} />}
    </Box>
  );
}
