import { type ProgramDetail, programWriteSchema } from '@matchwatch/contracts';
import { type ProgramFactName, type ProgramFacts, type ProgramSource, programFacts, programSources } from '@matchwatch/domain';
import { programFactLabel, programSourceLabel, programValueText } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { CheckField } from '../surface/form/check-field.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { useProgramsChanged, withFact } from './use-programs.js';

/** What was typed, as the kind of the fact wants it; what cannot be read stays as it is for the contract to refuse. */
function valueOf(name: ProgramFactName, text: string): unknown {
  if (text.trim() === '') return undefined;
  const { kind } = programFacts[name];
  if (kind === 'yes-no') return text === 'true';
  return kind === 'number' ? Number(text) : text;
}

/** Notes one fact about a program: the value, where it is from, and the day somebody looked. */
export function FactDialog({ program, name, onClose }: { program: ProgramDetail; name: ProgramFactName; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useProgramsChanged();
  const standing = program.facts[name];
  const form = useForm({
    value: String(standing?.value ?? ''),
    source: (standing?.source ?? 'website') as ProgramSource,
    note: standing?.note ?? '',
    // Whoever opens this has just looked.
    checkedOn: today ?? '',
    forget: false,
  });
  const { field } = form;
  const save = async () => {
    const { value, source, note, checkedOn, forget } = form.values;
    const fact = { value: valueOf(name, value), source, ...(note.trim() !== '' && { note }), checkedOn };
    const write = withFact(program, name, forget ? undefined : (fact as ProgramFacts[ProgramFactName]));
    await api.saveProgram(program.id, program.version, programWriteSchema.parse(write));
    notify(t('program.facts.saved'), { type: 'info' });
    changed();
    onClose();
  };
  const kind = programFacts[name];
  const disabled = form.values.forget;
  const value = { ...field('value'), label: t('program.facts.value'), autoFocus: true, disabled };
  const choices = kind.kind === 'yes-no' ? [true, false] : kind.kind === 'choice' ? kind.choices : undefined;
  return (
    <FormDialog
      form={form}
      title={programFactLabel(name)}
      text={program.name}
      submit={t('program.facts.save')}
      onSubmit={save}
      onClose={onClose}
    >
      {choices ? (
        <ChoiceField
          {...value}
          of={choices.map(String)}
          text={(each) => programValueText(name, choices.find((choice) => String(choice) === each) ?? each)}
        />
      ) : (
        <FormField
          {...value}
          {...(kind.kind === 'text' && kind.longest > 300 && { rows: 1 })}
          {...(kind.kind === 'number' && { html: { inputMode: 'numeric' } })}
        />
      )}
      <ChoiceField
        {...field('source')}
        label={t('program.facts.source')}
        disabled={disabled}
        of={programSources}
        text={programSourceLabel}
      />
      <FormField {...field('note')} label={t('program.facts.note')} disabled={disabled} />
      <DayField {...field('checkedOn')} label={t('program.facts.checkedOn')} disabled={disabled} max={today} />
      {standing && <CheckField {...field('forget')} label={t('program.facts.forget')} />}
    </FormDialog>
  );
}
