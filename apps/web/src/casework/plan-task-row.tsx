import type { PlanTaskWrite } from '@matchwatch/contracts';
import { type AdviceOwner, type Day, taskOwners } from '@matchwatch/domain';
import { ruleLabel, taskOwnerLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormField } from '../surface/form/form-field.js';

interface PlanTaskRowProps {
  task: PlanTaskWrite;
  people: readonly { id: number; name: string }[];
  wrong: (field: string) => string | undefined;
  onChange: (change: Partial<PlanTaskWrite>) => void;
  onRemove: () => void;
}

const roles = taskOwners.filter((owner): owner is AdviceOwner => owner !== 'person');
const isRole = (owner: string): owner is AdviceOwner => roles.some((role) => role === owner);

/** A task of a plan while it is written: what, who sees to it, by when. */
export function PlanTaskRow({ task, people, wrong, onChange, onRemove }: PlanTaskRowProps) {
  const t = useText();
  const names = new Map(people.map(({ id, name }) => [String(id), name]));
  const answered = task.answers.length > 0 ? t('draft.answers', { rules: task.answers.map(ruleLabel).join(', ') }) : undefined;
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
      <FormField
        label={t('carePlan.taskTitle')}
        value={task.title}
        wrong={wrong('title')}
        help={answered}
        onChange={(title) => onChange({ title })}
        rows={1}
        longest={300}
        sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}
      />
      {/* The roles, then people by name, as one choice. */}
      <ChoiceField
        label={t('carePlan.owner')}
        value={task.owner === 'person' ? String(task.ownerId ?? '') : task.owner}
        wrong={wrong('ownerId')}
        onChange={(owner) => onChange(isRole(owner) ? { owner, ownerId: null } : { owner: 'person', ownerId: Number(owner) })}
        of={[...roles, ...names.keys()]}
        text={(owner) => (isRole(owner) ? taskOwnerLabel(owner) : (names.get(owner) ?? ''))}
      />
      <DayField label={t('carePlan.due')} value={task.dueOn} wrong={wrong('dueOn')} onChange={(day) => onChange({ dueOn: day as Day })} />
      <IconButton size="small" onClick={onRemove} aria-label={`${t('casework.remove')}: ${task.title}`} sx={{ mt: '10px' }}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
