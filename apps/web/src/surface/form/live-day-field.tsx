import { type Day, isDay } from '@matchwatch/domain';
import { useEffect, useState } from 'react';
import { DayField } from './day-field.js';
import type { FormFieldProps } from './form-field.js';

interface LiveDayFieldProps extends Pick<FormFieldProps, 'label' | 'hiddenLabel' | 'margin' | 'sx'> {
  /** The empty text for no day. */
  value: Day | '';
  wrong?: string | undefined;
  min?: Day;
  max?: Day;
  labelledBy?: string;
  /** Hears of whole days only: a year that is being typed passes through days of the first century. */
  onChange: (day: Day) => void;
}

/** A day that counts as soon as it is typed, part by part. */
export function LiveDayField({ value, wrong, labelledBy, onChange, ...field }: LiveDayFieldProps) {
  const [text, setText] = useState<string>(value);
  useEffect(() => setText(value), [value]);
  return (
    <DayField
      {...field}
      wrong={wrong}
      value={text}
      onChange={(next) => {
        setText(next);
        if (isDay(next)) onChange(next);
      }}
      html={{ onBlur: () => setText(value), ...(labelledBy !== undefined && { 'aria-labelledby': labelledBy }) }}
    />
  );
}
