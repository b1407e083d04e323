import type { CalendarEventAnswer } from '@matchwatch/contracts';
import { addDays, addMonths, type Day } from '@matchwatch/domain';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { useToday } from '../session/use-today.js';
import { Column, Columns } from '../surface/columns.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { AgendaList } from './agenda-list.js';
import { AheadCard } from './ahead-card.js';
import { type ItemKind, itemKinds, itemsByDay, weeksOf } from './calendar-items.js';
import { DayDialog } from './day-dialog.js';
import { EventDialog } from './event-dialog.js';
import { FeedCard } from './feed-card.js';
import { MonthGrid } from './month-grid.js';
import { SeasonCard } from './season-card.js';
import { useCalendar } from './use-calendar.js';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The season's days, the school's own, and what applicants in scope have ahead of them. */
export function CalendarPage() {
  const today = useToday();
  return today ? <Months today={today} /> : <PageSkeleton />;
}

function Months({ today }: { today: Day }) {
  const t = useText();
  const client = useQueryClient();
  const { season } = useSeason();
  const mayEdit = useRoleDoes()('calendar.edit');
  const isPhone = useMediaQuery('(max-width: 767px)');
  const [focused, setFocused] = useState<Day>(today);
  const [kinds, setKinds] = useState<readonly ItemKind[]>([]);
  const [opened, setOpened] = useState<Day>();
  const [editing, setEditing] = useState<CalendarEventAnswer | 'new'>();
  const weeks = weeksOf(focused);
  const { data, error, refetch } = useCalendar(weeks[0]?.[0], weeks.at(-1)?.at(-1), season);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const items = itemsByDay(data, new Set(kinds), t, season);
  const dates = data.seasons[0];
  const ahead = <AheadCard today={today} season={season} kinds={kinds} onOpen={setOpened} />;
  return (
    <>
      <PageHeading
        tab={t('calendar.title')}
        title={monthName.format(new Date(`${focused}T00:00:00Z`))}
        sub={t('calendar.sub')}
        actions={
          <>
            <Button variant="outlined" aria-label={t('calendar.before')} onClick={() => setFocused(addMonths(focused, -1))}>
              ‹
            </Button>
            <Button variant="outlined" onClick={() => setFocused(today)}>
              {t('calendar.today')}
            </Button>
            <Button variant="outlined" aria-label={t('calendar.after')} onClick={() => setFocused(addMonths(focused, 1))}>
              ›
            </Button>
            {mayEdit && season !== undefined && (
              <Button variant="contained" onClick={() => setEditing('new')}>
                {t('calendar.event.add')}
              </Button>
            )}
          </>
        }
      />
      <ToggleButtonGroup
        size="small"
        value={kinds}
        onChange={(_event, next: ItemKind[]) => setKinds(next)}
        aria-label={t('calendar.kinds.label')}
        sx={{ mb: '14px', maxWidth: '100%', overflowX: 'auto', '& > *': { flexShrink: 0 } }}
      >
        {itemKinds.map((kind) => (
          <ToggleButton key={kind} value={kind}>
            {t(`calendar.kinds.${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Columns first="1fr" second="330px">
        {isPhone && ahead}
        {isPhone ? (
          <AgendaList
            title={monthName.format(new Date(`${focused}T00:00:00Z`))}
            items={new Map([...items].filter(([on]) => on.slice(0, 7) === focused.slice(0, 7)))}
            today={today}
            none={t('calendar.nothingMonth')}
            onOpen={setOpened}
          />
        ) : (
          <MonthGrid weeks={weeks} items={items} today={today} focused={focused} onFocus={setFocused} onOpen={setOpened} />
        )}
        <Column>
          {!isPhone && ahead}
          {dates && <SeasonCard dates={dates} today={today} />}
          <FeedCard />
        </Column>
      </Columns>
      {opened && (
        <DayDialog
          on={opened}
          season={season}
          mayEdit={mayEdit}
          onEdit={(event) => {
            setOpened(undefined);
            setEditing(event);
          }}
          onChanged={() => void client.invalidateQueries({ queryKey: ['calendar'] })}
          onClose={() => setOpened(undefined)}
        />
      )}
      {editing && season !== undefined && (
        <EventDialog
          season={season}
          on={focused < today ? addDays(today, 1) : focused}
          event={editing === 'new' ? undefined : editing}
          onDone={() => {
            setEditing(undefined);
            void client.invalidateQueries({ queryKey: ['calendar'] });
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
