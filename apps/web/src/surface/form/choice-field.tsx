import MenuItem from '@mui/material/MenuItem';
import { FormField, type FormFieldProps } from './form-field.js';
import type { Field } from './use-form.js';

interface ChoiceFieldProps<T extends string | number>
  extends Field<T>,
    Omit<FormFieldProps, keyof Field<T> | 'select' | 'children' | 'shrink'> {
  of: readonly Exclude<T, ''>[];
  text: (choice: Exclude<T, ''>) => string;
  /** What no choice at all is called, where it may stay one. */
  none?: string;
}

/** One of several. */
export function ChoiceField<T extends string | number>({ of, text, none, value, onChange, ...field }: ChoiceFieldProps<T>) {
  return (
    // A select hands back what its items hold, numbers too.
    <FormField {...field} select shrink={none !== undefined} value={value as string} onChange={(next) => onChange(next as T)}>
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {of.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {text(choice)}
        </MenuItem>
      ))}
    </FormField>
  );
}
