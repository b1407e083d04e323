import { addDays, type Day } from '@matchwatch/domain';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { AgendaDays } from './agenda-list.js';
import { type ItemKind, itemsByDay } from './calendar-items.js';
import { useCalendar } from './use-calendar.js';

const lengths = [14, 28] as const;

interface AheadCardProps {
  today: Day;
  season: number | undefined;
  kinds: readonly ItemKind[];
  onOpen: (day: Day) => void;
}

/** What comes in the next two or four weeks. */
export function AheadCard({ today, season, kinds, onOpen }: AheadCardProps) {
  const t = useText();
  const [length, setLength] = useState<number>(lengths[0]);
  const last = addDays(today, lengths[1] - 1);
  const { data } = useCalendar(today, last, season);
  const until = addDays(today, length - 1);
  const all = data ? [...itemsByDay(data, new Set(kinds), t, season)] : [];
  return (
    <Card
      title={t('calendar.ahead.title')}
      action={
        <ToggleButtonGroup exclusive size="small" value={length} onChange={(_event, next: number | null) => next && setLength(next)}>
          {lengths.map((each) => (
            <ToggleButton key={each} value={each} aria-label={t('calendar.ahead.days', { days: each })}>
              {t('calendar.ahead.short', { days: each })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <AgendaDays
        items={new Map(all.filter(([on]) => on >= today && on <= until))}
        today={today}
        none={t('calendar.none')}
        onOpen={onOpen}
      />
    </Card>
  );
}
