import TextField, { type TextFieldProps } from '@mui/material/TextField';
import type { ComponentProps } from 'react';
import type { Field } from './use-form.js';

type Look = Pick<
  TextFieldProps,
  | 'label'
  | 'hiddenLabel'
  | 'type'
  | 'name'
  | 'autoComplete'
  | 'autoFocus'
  | 'disabled'
  | 'required'
  | 'select'
  | 'children'
  | 'margin'
  | 'sx'
>;

export interface FormFieldProps extends Field<string>, Look {
  /** Said below it while nothing is wrong. */
  help?: string | undefined;
  /** The most characters it takes. */
  longest?: number;
  /** Makes it a field of several lines, and so many at first. */
  rows?: number;
  mostRows?: number;
  /** What only the element itself knows. */
  html?: ComponentProps<'input'>;
  /** Keeps the label above the field when it looks empty and is not. */
  shrink?: boolean;
}

/** A text of a form, with what is wrong with it. */
export function FormField({ wrong, onChange, help, longest, rows, mostRows, html, shrink, ...look }: FormFieldProps) {
  return (
    <TextField
      {...look}
      onChange={(event) => onChange(event.target.value)}
      error={wrong !== undefined}
      helperText={wrong ?? help}
      {...(rows !== undefined && { multiline: true, minRows: rows })}
      {...(mostRows !== undefined && { maxRows: mostRows })}
      slotProps={{
        htmlInput: { maxLength: longest, ...html },
        ...(shrink && { inputLabel: { shrink }, select: { displayEmpty: true } }),
      }}
    />
  );
}
