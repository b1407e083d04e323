import { type Task, taskMoveSchema, taskWriteSchema } from '@matchwatch/contracts';
import { type PlanPhase, planPhases, type TaskOwner, taskOwners } from '@matchwatch/domain';
import { planPhaseLabel, taskOwnerLabel } from '@matchwatch/words';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { ToggleField } from '../surface/form/toggle-field.js';
import { useForm } from '../surface/form/use-form.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';

const acts = ['edit', 'done', 'dropped'] as const;

/** Adds a task, changes an open one, or says what came of it. */
export function TaskDialog({ applicantId, task, onClose }: { applicantId: number; task?: Task; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const changed = useCaseworkChanged();
  const { data: casework } = useCasework(applicantId);
  const people = new Map(casework?.people.map(({ id, name }) => [id, name]));
  const form = useForm({
    act: 'edit' as (typeof acts)[number],
    title: task?.title ?? '',
    owner: (task?.owner ?? 'applicant') as TaskOwner,
    ownerId: (task?.person?.id ?? '') as number | '',
    dueOn: task?.dueOn ?? '',
    remindOn: task?.remindOn ?? '',
    phase: (task?.phase ?? '') as PlanPhase | '',
    on: today ?? '',
    outcome: '',
  });
  const { field } = form;
  const { act, title, owner, ownerId, dueOn, remindOn, phase, on, outcome } = form.values;
  const save = async () => {
    if (task && act !== 'edit') {
      const move = { state: act, on: act === 'done' ? orNull(on) : null, outcome: orNull(outcome) };
      await api.moveTask(applicantId, task.id, task.version, taskMoveSchema.parse(move));
    } else {
      const who = owner === 'person' ? ownerId || null : null;
      const write = taskWriteSchema.parse({ title, owner, ownerId: who, dueOn, remindOn: orNull(remindOn), phase: phase || null });
      await (task ? api.changeTask(applicantId, task.id, task.version, write) : api.addTask(applicantId, write));
    }
    changed();
    onClose();
  };
  return (
    <FormDialog
      form={form}
      title={t(task ? 'tasks.editTitle' : 'tasks.addTitle')}
      submit={t('casework.save')}
      onSubmit={save}
      onClose={onClose}
    >
      {task && (
        <ToggleField
          {...field('act')}
          label={t('tasks.act')}
          of={acts}
          text={(each) => t(each === 'edit' ? 'casework.edit' : each === 'done' ? 'tasks.completed' : 'tasks.drop')}
        />
      )}
      {act === 'edit' ? (
        <>
          <FormField {...field('title')} label={t('carePlan.taskTitle')} rows={1} longest={300} />
          <FieldRow>
            <ChoiceField {...field('owner')} label={t('carePlan.owner')} of={taskOwners} text={taskOwnerLabel} />
            {owner === 'person' && (
              <ChoiceField {...field('ownerId')} label={t('tasks.person')} of={[...people.keys()]} text={(id) => people.get(id) ?? ''} />
            )}
          </FieldRow>
          <FieldRow>
            <DayField {...field('dueOn')} label={t('carePlan.due')} />
            <DayField {...field('remindOn')} label={t('carePlan.remind')} />
          </FieldRow>
          <ChoiceField {...field('phase')} label={t('carePlan.phase')} none={t('carePlan.noPhase')} of={planPhases} text={planPhaseLabel} />
        </>
      ) : (
        <>
          {act === 'done' && <DayField {...field('on')} label={t('carePlan.agreedOn')} max={today} />}
          <FormField {...field('outcome')} label={t('tasks.outcome')} rows={2} longest={1000} />
        </>
      )}
    </FormDialog>
  );
}
