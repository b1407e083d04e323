import Box from '@mui/material/Box';
import type { CalendarItem, ItemKind } from './calendar-items.js';

/** A form for each kind, so that colour alone tells nothing. */
const marks: Readonly<Record<ItemKind, string>> = { season: '◆', event: '●', exam: '▲', meeting: '○', task: '□' };

/** One line of a day, clipped where there is no room. */
export function ItemLine({ item, clip = false }: { item: CalendarItem; clip?: boolean }) {
  const strong = item.kind === 'season' || item.kind === 'event';
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        ...(clip && { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
        color: strong ? 'var(--ink)' : 'var(--mute)',
        fontWeight: item.kind === 'season' ? 600 : 400,
      }}
    >
      <Box component="span" aria-hidden="true" sx={{ color: strong ? 'var(--brand)' : 'inherit', mr: '5px', fontSize: '0.8em' }}>
        {marks[item.kind]}
      </Box>
      {item.text}
    </Box>
  );
}
