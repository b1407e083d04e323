import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useLocation, useNavigate } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { useHome, useSeason } from '../season/season-context.js';
import { countText } from '../surface/day-text.js';

/** Which Match season the pages are about. */
export function SeasonSwitch() {
  const t = useText();
  const { season, setSeason } = useSeason();
  const { data } = useHome();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (season === undefined) return null;
  const seasons = data?.seasons ?? [];
  const choose = (next: number) => {
    setSeason(next);
    // A page about one person or one run belongs to its own season; lists and the home page follow the switch.
    const list = ['/applicants', '/runs'].find((path) => pathname === path);
    if (list) void navigate(`${list}?filter=${encodeURIComponent(JSON.stringify({ season: next }))}`);
    else if (pathname !== '/imports') void navigate(`/?season=${next}`);
  };
  return (
    <Select
      value={season}
      onChange={(event) => choose(Number(event.target.value))}
      size="small"
      inputProps={{ 'aria-label': t('season.label') }}
      renderValue={(value) => t('season.match', { season: value })}
      sx={{
        fontSize: 13.5,
        fontWeight: 600,
        height: 36,
        borderRadius: '10px',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line) !important' },
      }}
    >
      {(seasons.some((known) => known.season === season) ? seasons : [{ season, applicants: 0 }, ...seasons]).map((known) => (
        <MenuItem key={known.season} value={known.season} sx={{ justifyContent: 'space-between' }}>
          {t('season.match', { season: known.season })}
          <span style={{ color: 'var(--mute)' }}>{countText(known.applicants)}</span>
        </MenuItem>
      ))}
    </Select>
  );
}
