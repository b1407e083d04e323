import { type CalendarEventAnswer, calendarEventWriteSchema } from '@matchwatch/contracts';
import { type CalendarEventKind, calendarEventKinds, type Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { DayField } from '../surface/day-field.js';
import { FormDialog } from '../surface/form-dialog.js';

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
  const [title, setTitle] = useState(event?.title ?? '');
  const [kind, setKind] = useState<CalendarEventKind>(event?.kind ?? 'workshop');
  const [from, setFrom] = useState<Day>(event?.from ?? on);
  const [to, setTo] = useState<Day>(event?.to ?? on);
  const [source, setSource] = useState(event?.source ?? '');
  const body = () => ({ season: event?.season ?? season, from, to, kind, title: title.trim(), source: source.trim() || null });
  return (
    <FormDialog
      title={t(event ? 'calendar.event.editTitle' : 'calendar.event.add')}
      submit={t('calendar.event.save')}
      check={() => calendarEventWriteSchema.safeParse(body())}
      onSubmit={async () => {
        if (event) await api.changeCalendarEvent(event.id, event.version, body());
        else await api.addCalendarEvent(body());
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            autoFocus
            label={t('calendar.event.what')}
            value={title}
            onChange={(change) => setTitle(change.target.value)}
            error={wrong.title !== undefined}
            helperText={wrong.title ?? t('calendar.event.whatHelp')}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <TextField
            select
            label={t('calendar.event.kind')}
            value={kind}
            onChange={(change) => setKind(change.target.value as CalendarEventKind)}
          >
            {calendarEventKinds.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`calendar.event.kinds.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <Box sx={{ display: 'grid', gap: '12px', gridTemplateColumns: '1fr 1fr' }}>
            <DayField
              label={t('calendar.event.from')}
              value={from}
              onChange={(day) => {
                setFrom(day);
                if (to < day) setTo(day);
              }}
            />
            <DayField label={t('calendar.event.to')} value={to} min={from} onChange={setTo} error={wrong.to !== undefined} />
          </Box>
          {wrong.to && <Box sx={{ color: 'error.main', fontSize: 13 }}>{wrong.to}</Box>}
          <TextField
            label={t('calendar.event.source')}
            value={source}
            onChange={(change) => setSource(change.target.value)}
            error={wrong.source !== undefined}
            helperText={wrong.source ?? t('calendar.event.sourceHelp')}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
