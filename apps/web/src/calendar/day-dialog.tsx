import type { CalendarEventAnswer } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { examLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText, longDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { useFailed } from '../surface/use-failed.js';
import { itemsByDay } from './calendar-items.js';
import { ItemLine } from './item-line.js';
import { useCalendar, useCalendarPeople } from './use-calendar.js';

interface DayDialogProps {
  on: Day;
  season: number | undefined;
  mayEdit: boolean;
  onEdit: (event: CalendarEventAnswer) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** One day: what the season and the school have on it, and which applicants have something. */
export function DayDialog({ on, season, mayEdit, onEdit, onChanged, onClose }: DayDialogProps) {
  const t = useText();
  const api = useApi();
  const failed = useFailed();
  const school = useSession()?.school;
  const [removing, setRemoving] = useState<CalendarEventAnswer>();
  const { data } = useCalendar(on, on, season);
  const { data: people } = useCalendarPeople(on, season);
  const items = (data && itemsByDay(data, new Set(['season', 'event']), t, season).get(on)) ?? [];
  const remove = async ({ id, version }: CalendarEventAnswer) => {
    try {
      await api.removeCalendarEvent(id, version);
    } catch (error) {
      failed(error);
    }
    setRemoving(undefined);
    onChanged();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="day-title">
      <DialogTitle id="day-title">{longDay(on)}</DialogTitle>
      <DialogContent>
        {data && people && items.length === 0 && people.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('calendar.nothing')}</Box>}
        {items.map((item) => (
          <Box key={item.id} sx={{ mb: '8px' }}>
            <ItemLine item={item} />
            {item.event && (
              <Box sx={{ color: 'var(--mute)', fontSize: 12.5, display: 'flex', flexWrap: 'wrap', gap: '2px 12px' }}>
                <span>
                  {[
                    t(`calendar.event.kinds.${item.event.kind}`),
                    item.event.source,
                    t('calendar.event.by', {
                      by: item.event.changedBy,
                      at: instantText(item.event.changedAt, school?.timeZone, school?.today),
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {mayEdit && (
                  <>
                    <LinkButton type="button" onClick={() => item.event && onEdit(item.event)}>
                      {t('calendar.event.edit')}
                    </LinkButton>
                    <LinkButton type="button" onClick={() => setRemoving(item.event)}>
                      {t('calendar.event.remove')}
                    </LinkButton>
                  </>
                )}
              </Box>
            )}
          </Box>
        ))}
        <Box component="ul" sx={plainList}>
          {people?.map(({ kind, exam, applicantId, applicant }) => (
            <Box
              component="li"
              key={`${kind} ${exam} ${applicantId}`}
              sx={{ py: '5px', display: 'flex', justifyContent: 'space-between', gap: '12px' }}
            >
              <TextLink to={`/applicants/${applicantId}/show`}>{applicant}</TextLink>
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {t(`calendar.who.${kind}`, { exam: exam ? examLabel(exam) : '' })}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('calendar.close')}</Button>
      </DialogActions>
      {removing && (
        <ConfirmDialog
          title={t('calendar.event.removeTitle', { title: removing.title })}
          text={t('calendar.event.removeText')}
          confirm={t('calendar.event.remove')}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Dialog>
  );
}
