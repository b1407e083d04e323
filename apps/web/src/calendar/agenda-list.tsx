import type { Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { Card } from '../surface/card.js';
import { longDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import type { CalendarItem } from './calendar-items.js';
import { ItemLine } from './item-line.js';

interface AgendaListProps {
  items: ReadonlyMap<Day, readonly CalendarItem[]>;
  today: Day;
  none: string;
  onOpen: (day: Day) => void;
}

/** Days that hold something, one below the other, on a sheet of their own. */
export function AgendaList({ title, ...props }: AgendaListProps & { title: string }) {
  return (
    <Card title={title}>
      <AgendaDays {...props} />
    </Card>
  );
}

/** Days that hold something, one below the other; each leads to what is on it. */
export function AgendaDays({ items, today, none, onOpen }: AgendaListProps) {
  const days = [...items.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  if (days.length === 0) return <Box sx={{ color: 'var(--mute)' }}>{none}</Box>;
  return (
    <Box component="ul" sx={plainList}>
      {days.map(([on, lines]) => (
        <Box component="li" key={on} sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
          <LinkButton type="button" onClick={() => onOpen(on)} aria-current={on === today ? 'date' : undefined}>
            {longDay(on)}
          </LinkButton>
          {lines.map((item) => (
            <ItemLine key={item.id} item={item} />
          ))}
        </Box>
      ))}
    </Box>
  );
}
