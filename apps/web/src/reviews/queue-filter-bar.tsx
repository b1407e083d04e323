import type { QueueCounts, QueueFilter } from '@matchwatch/contracts';
import { type SpecialtyKey, specialtyKeys, specialtyName } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';

const views = ['all', 'urgent', 'mine', 'unassigned', 'escalated'] as const;
type View = (typeof views)[number];

const viewFilters: Readonly<Record<View, QueueFilter>> = {
  all: {},
  urgent: { level: 'urgent' },
  mine: { mine: true },
  unassigned: { unassigned: true },
  escalated: { escalatedToMe: true },
};

const viewOf = (params: URLSearchParams): View => views.find((view) => view === params.get('view')) ?? 'all';
const specialtyOf = (params: URLSearchParams): SpecialtyKey | undefined => specialtyKeys.find((key) => key === params.get('specialty'));

/** What the address of the page narrows the queue to. */
export function queueFilterOf(params: URLSearchParams, season: number | undefined): QueueFilter {
  const specialty = specialtyOf(params);
  const advisor = params.get('advisor');
  return {
    ...(season !== undefined && { season }),
    ...viewFilters[viewOf(params)],
    ...(specialty && { specialty: [specialty] }),
    ...(advisor && { advisor }),
  };
}

/** The address of the queue in one of its views. */
export const queueLink = (view: View = 'all', season?: number): string =>
  `/queue?${new URLSearchParams({ ...(view !== 'all' && { view }), ...(season !== undefined && { season: String(season) }) })}`;

/** The views of the queue with what each shows, and a specialty. */
export function QueueFilterBar({ counts }: { counts: QueueCounts | undefined }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const chosen = viewOf(params);
  const set = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const countOf: Record<View, number | undefined> = {
    all: counts?.all,
    urgent: counts?.urgent,
    mine: counts?.mine,
    unassigned: counts?.unassigned,
    escalated: counts?.escalatedToMe,
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', mb: '14px' }}>
      <Box role="group" aria-label={t('queue.views')} sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
        {views.map((view) => (
          <Button
            key={view}
            size="small"
            variant={view === chosen ? 'contained' : 'outlined'}
            aria-pressed={view === chosen}
            onClick={() => set('view', view === 'all' ? '' : view)}
          >
            {t(`queue.${view}`)}
            {countOf[view] !== undefined && (
              <Box component="span" sx={{ ml: '6px', opacity: 0.75, fontVariantNumeric: 'tabular-nums' }}>
                {countText(countOf[view])}
              </Box>
            )}
          </Button>
        ))}
      </Box>
      <TextField
        select
        hiddenLabel
        size="small"
        margin="none"
        fullWidth={false}
        value={specialtyOf(params) ?? ''}
        onChange={(event) => set('specialty', event.target.value)}
        slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': t('queue.specialty') } } }}
        sx={{ minWidth: 170, ml: { sm: 'auto' } }}
      >
        <MenuItem value="">{t('queue.anySpecialty')}</MenuItem>
        {specialtyKeys.map((key) => (
          <MenuItem key={key} value={key}>
            {specialtyName(key)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
