import { type CalendarEventAnswer, calendarEventWriteSchema } from '@matchwatch/contracts';
import { type CalendarEventKind, calendarEventKinds, type Day } from '@matchwatch/domain';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';

interface EventDialogProps {
  season: number;
  on: Day;
  event?: CalendarEventAnswer | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** Adds an event of the school's own, or edits one. */
export function EventDialog({ season, on, event, onDone, onClose }: EventDialogProps) {
  const t = useText();
  const api = useApi();
  const form = useForm({
    title: event?.title ?? '',
    kind: (event?.kind ?? 'workshop') as CalendarEventKind,
    from: (event?.from ?? on) as string,
    to: (event?.to ?? on) as string,
    source: event?.source ?? '',
  });
  const { values, field } = form;
  const save = async () => {
    const write = calendarEventWriteSchema.parse({ ...values, season: event?.season ?? season, source: orNull(values.source) });
    await (event ? api.changeCalendarEvent(event.id, event.version, write) : api.addCalendarEvent(write));
    onDone();
  };
  return (
    <FormDialog
      form={form}
      title={t(event ? 'calendar.event.editTitle' : 'calendar.event.add')}
      submit={t('calendar.event.save')}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField {...field('title')} autoFocus label={t('calendar.event.what')} help={t('calendar.event.whatHelp')} longest={120} />
      <ChoiceField
        {...field('kind')}
        label={t('calendar.event.kind')}
        of={calendarEventKinds}
        text={(kind) => t(`calendar.event.kinds.${kind}`)}
      />
      <FieldRow>
        <DayField
          {...field('from')}
          label={t('calendar.event.from')}
          // An event that is moved beyond its last day stays one of a day.
          onChange={(from) => form.set({ from, ...(values.to < from && { to: from }) })}
        />
        <DayField {...field('to')} label={t('calendar.event.to')} min={values.from} />
      </FieldRow>
      <FormField {...field('source')} label={t('calendar.event.source')} help={t('calendar.event.sourceHelp')} longest={200} />
    </FormDialog>
  );
}
