import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Field } from './use-form.js';

interface ToggleFieldProps<T extends string> extends Field<T> {
  /** What is chosen, for who does not see it. */
  label: string;
  of: readonly T[];
  text: (choice: T) => string;
}

/** One of a few, all in sight. */
export function ToggleField<T extends string>({ label, of, text, value, onChange }: ToggleFieldProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      onChange={(_event, next: T | null) => next && onChange(next)}
      sx={{ flexWrap: 'wrap', my: '6px' }}
    >
      {of.map((choice) => (
        <ToggleButton key={choice} value={choice}>
          {text(choice)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
