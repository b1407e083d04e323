import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import InputBase from '@mui/material/InputBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import type { FacetSpec } from './applicant-facets.js';

interface FacetMenuProps {
  spec: FacetSpec;
  counts: Readonly<Record<string, number>>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

const searchableFrom = 10;

/** One filter: its values with how many each would list. */
export function FacetMenu({ spec, counts, chosen, onChange }: FacetMenuProps) {
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [text, setText] = useState('');
  const options = spec.options(counts).filter(({ value }) => (counts[value] ?? 0) > 0 || chosen.includes(value));
  const shown = options.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  const toggle = (value: string) => {
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(spec.many ? [...chosen, value] : [value]);
  };
  const close = () => {
    setAnchor(undefined);
    setText('');
  };
  return (
    <>
      <Button
        variant="outlined"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        endIcon={<ExpandMoreIcon sx={{ fontSize: '18px !important', color: 'var(--mute)', ml: '-2px' }} />}
        sx={{
          fontWeight: 500,
          ...(chosen.length > 0 && { borderColor: 'var(--brand)', color: 'var(--brand)', bgcolor: 'var(--brand-soft)' }),
        }}
      >
        {t(spec.label)}
        {chosen.length > 0 && `: ${chosen.length}`}
      </Button>
      <Menu
        anchorEl={anchor ?? null}
        open={anchor !== undefined}
        onClose={close}
        slotProps={{ paper: { sx: { minWidth: 240, maxWidth: 420, maxHeight: '60vh' } } }}
      >
        {options.length > searchableFrom && (
          <Box component="li" role="presentation" sx={{ px: '8px', pb: '6px' }}>
            <InputBase
              autoFocus
              fullWidth
              value={text}
              onChange={(event) => setText(event.target.value)}
              // A menu jumps to items by first letter; here letters belong to the search field.
              onKeyDown={(event: KeyboardEvent) => event.key !== 'Escape' && event.key !== 'ArrowDown' && event.stopPropagation()}
              placeholder={t('filter.find')}
              inputProps={{ 'aria-label': t('filter.find') }}
              sx={{ fontSize: 14, border: '1px solid var(--line)', borderRadius: '8px', px: '10px' }}
            />
          </Box>
        )}
        {shown.map(({ value, label }) => {
          const checked = chosen.includes(value);
          const Control = spec.many ? Checkbox : Radio;
          return (
            <MenuItem
              key={value}
              role={spec.many ? 'menuitemcheckbox' : 'menuitemradio'}
              aria-checked={checked}
              onClick={() => toggle(value)}
              sx={{ py: '3px', pl: '6px', whiteSpace: 'normal' }}
            >
              <Control
                checked={checked}
                size="small"
                tabIndex={-1}
                sx={{ p: '4px', pointerEvents: 'none' }}
                inputProps={{ 'aria-hidden': true }}
              />
              <Box component="span" sx={{ flex: 1 }}>
                {label}
              </Box>
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {countText(counts[value] ?? 0)}
              </Box>
            </MenuItem>
          );
        })}
        {shown.length === 0 && (
          <Box component="li" role="presentation" sx={{ p: '8px 14px', color: 'var(--mute)' }}>
            {t('filter.nothing')}
          </Box>
        )}
      </Menu>
    </>
  );
}
