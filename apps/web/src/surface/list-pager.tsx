import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { countText } from './day-text.js';

const sizes = [25, 50, 100] as const;

/** Which rows are shown, of how many, and the way to the others. */
export function ListPager() {
  const t = useText();
  const { page, perPage, total = 0, setPage, setPerPage } = useListContext();
  if (total <= sizes[0]) return null;
  const last = Math.max(1, Math.ceil(total / perPage));
  const range = { from: countText((page - 1) * perPage + 1), to: countText(Math.min(total, page * perPage)), total: countText(total) };
  return (
    <Box
      component="nav"
      aria-label={t('pager.label')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: '8px',
        mt: '12px',
        color: 'var(--mute)',
        fontSize: 13,
        flexWrap: 'wrap',
      }}
    >
      <Select
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        inputProps={{ 'aria-label': t('pager.size') }}
        renderValue={(size) => t('pager.rows', { size })}
        sx={{ fontSize: 13, height: 34, mr: 'auto', '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line) !important' } }}
      >
        {sizes.map((size) => (
          <MenuItem key={size} value={size}>
            {t('pager.rows', { size })}
          </MenuItem>
        ))}
      </Select>
      <span aria-live="polite">{t('pager.range', range)}</span>
      <IconButton size="small" aria-label={t('pager.previous')} disabled={page <= 1} onClick={() => setPage(page - 1)}>
        <ChevronLeftIcon />
      </IconButton>
      <IconButton size="small" aria-label={t('pager.next')} disabled={page >= last} onClick={() => setPage(page + 1)}>
        <ChevronRightIcon />
      </IconButton>
    </Box>
  );
}
