import Box from '@mui/material/Box';
import { NumberLink } from '../surface/text-link.js';
import type { CalendarItem, ItemKind } from './calendar-items.js';

/** A form for each kind, so that colour alone tells nothing. */
const marks: Readonly<Record<ItemKind, string>> = { season: '◆', event: '●', exam: '▲', meeting: '○', task: '□', referral: '◇', goal: '▷' };

interface ItemLineProps {
  item: CalendarItem;
  clip?: boolean;
  /** Of its link, within a grid that has an order of its own. */
  tabIndex?: number | undefined;
}

/** One line of a day, clipped where there is no room; it leads to whom it counts, or to where it is told in full. */
export function ItemLine({ item, clip = false, tabIndex }: ItemLineProps) {
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
      {item.to === undefined ? (
        item.text
      ) : (
        <NumberLink to={item.to} tabIndex={tabIndex} sx={{ position: 'relative', zIndex: 1 }}>
          {item.text}
        </NumberLink>
      )}
    </Box>
  );
}
