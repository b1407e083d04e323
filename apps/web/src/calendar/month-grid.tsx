import { addDays, addMonths, type Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.js';
import { longDay } from '../surface/day-text.js';
import { visuallyHidden } from '../surface/visually-hidden.js';
import type { CalendarItem } from './calendar-items.js';
import { ItemLine } from './item-line.js';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const linesShown = 3;

interface MonthGridProps {
  weeks: readonly (readonly Day[])[];
  items: ReadonlyMap<Day, readonly CalendarItem[]>;
  today: Day;
  focused: Day;
  onFocus: (day: Day) => void;
  onOpen: (day: Day) => void;
}

const moves: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

/** A month in weeks; one day at a time is in the order of the Tab key, the others are reached by arrows. */
export function MonthGrid({ weeks, items, today, focused, onFocus, onOpen }: MonthGridProps) {
  const t = useText();
  const cell = useRef<HTMLButtonElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (byKey.current) cell.current?.focus();
    byKey.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moves[event.key]?.(focused);
    if (to === undefined) return;
    event.preventDefault();
    byKey.current = true;
    onFocus(to);
  };
  return (
    <Box sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', overflow: 'hidden', minWidth: 0 }}>
      <Box id="month-help" sx={visuallyHidden}>
        {t('calendar.help')}
      </Box>
      <Box
        component="table"
        role="grid"
        aria-label={t('calendar.title')}
        aria-describedby="month-help"
        onKeyDown={onKeyDown}
        sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' }}
      >
        <thead>
          <tr>
            {weekdays.map((name) => (
              <Box
                component="th"
                key={name}
                scope="col"
                sx={{ p: '8px 10px', fontSize: 12.5, fontWeight: 500, color: 'var(--mute)', textAlign: 'left' }}
              >
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const lines = items.get(day) ?? [];
                const isToday = day === today;
                return (
                  <Box
                    component="td"
                    key={day}
                    role="gridcell"
                    aria-selected={day === focused}
                    sx={{
                      position: 'relative',
                      border: '1px solid var(--line)',
                      borderBottom: 0,
                      height: 118,
                      p: '6px 8px',
                      fontSize: 12.5,
                      lineHeight: 1.45,
                      verticalAlign: 'top',
                      '&:first-of-type': { borderLeft: 0 },
                      '&:last-of-type': { borderRight: 0 },
                      '&:hover': { bgcolor: 'var(--wash)' },
                    }}
                  >
                    <Box
                      component="button"
                      type="button"
                      ref={day === focused ? cell : undefined}
                      tabIndex={day === focused ? 0 : -1}
                      aria-current={isToday ? 'date' : undefined}
                      aria-label={longDay(day)}
                      onClick={() => {
                        onFocus(day);
                        onOpen(day);
                      }}
                      sx={{
                        all: 'unset',
                        display: 'block',
                        cursor: 'pointer',
                        // All of the cell opens the day, but for the links on it.
                        '&::after': { content: '""', position: 'absolute', inset: 0 },
                        '&:focus-visible::after': { outline: '2px solid var(--brand)', outlineOffset: -2 },
                      }}
                    >
                      <Box
                        component="span"
                        sx={{
                          display: 'inline-block',
                          minWidth: 22,
                          mb: '3px',
                          textAlign: 'center',
                          borderRadius: '11px',
                          lineHeight: '22px',
                          fontVariantNumeric: 'tabular-nums',
                          fontWeight: isToday ? 650 : 400,
                          color: day.slice(0, 7) === focused.slice(0, 7) ? 'var(--ink)' : 'var(--mute)',
                          ...(isToday && { border: '1.5px solid var(--brand)' }),
                        }}
                      >
                        {Number(day.slice(8))}
                      </Box>
                    </Box>
                    {lines.slice(0, lines.length > linesShown ? linesShown - 1 : linesShown).map((item) => (
                      <ItemLine key={item.id} item={item} clip tabIndex={day === focused ? 0 : -1} />
                    ))}
                    {lines.length > linesShown && (
                      <Box component="span" sx={{ color: 'var(--mute)' }}>
                        {t('calendar.more', { smart_count: lines.length - linesShown + 1 })}
                      </Box>
                    )}
                  </Box>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
