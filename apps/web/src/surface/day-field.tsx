import { type Day, isDay } from '@matchwatch/domain';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useEffect, useState } from 'react';

interface DayFieldProps extends Pick<TextFieldProps, 'label' | 'error' | 'hiddenLabel' | 'margin' | 'sx'> {
  /** The empty text for no day. */
  value: Day | '';
  min?: Day;
  max?: Day;
  labelledBy?: string;
  /** Hears of whole days only: a year that is being typed passes through days of the first century. */
  onChange: (day: Day) => void;
}

/** A day, which may be typed part by part. */
export function DayField({ value, min, max, labelledBy, label, onChange, ...look }: DayFieldProps) {
  const [text, setText] = useState<string>(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextField
      {...look}
      type="date"
      label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (isDay(event.target.value)) onChange(event.target.value);
      }}
      onBlur={() => setText(value)}
      slotProps={{
        ...(label !== undefined && { inputLabel: { shrink: true } }),
        htmlInput: { min, max, 'aria-labelledby': labelledBy },
      }}
    />
  );
}
