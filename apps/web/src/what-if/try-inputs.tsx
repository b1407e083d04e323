import type { Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Slider from '@mui/material/Slider';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text.js';
import { LiveDayField } from '../surface/form/live-day-field.js';
import { LinkButton } from '../surface/link-button.js';

interface TryProps {
  label: string;
  /** Whether it differs from the record. */
  changed: boolean;
  /** What the record says, as text. */
  today: string;
  onBack: () => void;
  help?: ReactNode;
}

/** The name of a fact with what the record says of it, and the way back to that. */
function TryHead({ label, changed, today, onBack, id }: Omit<TryProps, 'help'> & { id?: string }) {
  const t = useText();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: '10px', alignItems: 'baseline' }}>
      <Box id={id} sx={{ fontWeight: 500 }}>
        {label}
      </Box>
      {changed && (
        <Box sx={{ fontSize: 12.5, color: 'var(--mute)', textAlign: 'right' }}>
          {t('whatIf.controls.asToday', { value: today })}
          {' · '}
          <LinkButton type="button" onClick={onBack} aria-label={t('whatIf.controls.back', { label })} sx={{ fontSize: 12.5 }}>
            {t('whatIf.controls.undo')}
          </LinkButton>
        </Box>
      )}
    </Box>
  );
}

const Help = ({ id, children }: { id?: string; children: ReactNode }) => (
  <Box id={id} sx={{ fontSize: 12.5, color: 'var(--mute)', textWrap: 'pretty' }}>
    {children}
  </Box>
);

export interface TrySliderProps extends TryProps {
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  marks?: readonly number[];
  text?: (value: number) => string;
  /** Across the whole width. */
  wide?: boolean;
  onChange: (value: number) => void;
}

/** A number that can be moved. */
export function TrySlider({
  value,
  min,
  max,
  marks = [],
  disabled = false,
  text = String,
  wide = false,
  onChange,
  help,
  ...head
}: TrySliderProps) {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : undefined }}>
      <TryHead {...head} id={id} />
      <Box sx={{ display: 'flex', gap: '18px', alignItems: 'center', pl: '8px' }}>
        <Slider
          size="small"
          value={Math.min(max, Math.max(min, value))}
          min={min}
          max={max}
          disabled={disabled}
          marks={marks.filter((mark) => mark >= min && mark <= max).map((mark) => ({ value: mark }))}
          getAriaValueText={text}
          aria-labelledby={id}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(_event, next) => onChange(next as number)}
        />
        <Box
          component="output"
          sx={{ minWidth: 64, textAlign: 'right', fontWeight: head.changed ? 650 : 400, fontVariantNumeric: 'tabular-nums' }}
        >
          {text(value)}
        </Box>
      </Box>
      {help && <Help id={`${id}-help`}>{help}</Help>}
    </Box>
  );
}

interface TrySwitchProps extends Omit<TryProps, 'today' | 'onBack'> {
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A fact that holds or does not. */
export function TrySwitch({ label, checked, changed, disabled = false, onChange, help }: TrySwitchProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <FormControlLabel
        sx={{ m: 0, gap: '8px', '& .MuiFormControlLabel-label': { fontWeight: changed ? 650 : 500, fontSize: 14 } }}
        control={<Switch size="small" checked={checked} disabled={disabled} onChange={(_event, next) => onChange(next)} />}
        label={label}
      />
      {help && <Help>{help}</Help>}
    </Box>
  );
}

interface TrySelectProps extends TryProps {
  value: string;
  options: readonly { value: string; name: string }[];
  /** Stands for a value that the record does not know. */
  empty?: string;
  onChange: (value: string) => void;
}

/** One of a few values. */
export function TrySelect({ value, options, empty, onChange, help, ...head }: TrySelectProps) {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0 }}>
      <TryHead {...head} id={id} />
      <TextField
        select
        hiddenLabel
        margin="none"
        sx={{ mt: '4px' }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{
          select: { displayEmpty: true, SelectDisplayProps: { 'aria-labelledby': id } as object },
          htmlInput: { 'aria-label': head.label },
        }}
      >
        {empty !== undefined && (
          <MenuItem value="" disabled>
            <Box component="span" sx={{ color: 'var(--mute)' }}>
              {empty}
            </Box>
          </MenuItem>
        )}
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.name}
          </MenuItem>
        ))}
      </TextField>
      {help && <Help>{help}</Help>}
    </Box>
  );
}

interface TryDayProps extends TryProps {
  value: Day | '';
  min: Day;
  onChange: (value: Day) => void;
}

/** A day to come. */
export function TryDay({ value, min, onChange, help, ...head }: TryDayProps) {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0 }}>
      <TryHead {...head} id={id} />
      <LiveDayField hiddenLabel margin="none" sx={{ mt: '4px' }} value={value} min={min} labelledBy={id} onChange={onChange} />
      {help && <Help>{help}</Help>}
    </Box>
  );
}
