import { FormField, type FormFieldProps } from './form-field.js';

interface DayFieldProps extends Omit<FormFieldProps, 'type' | 'longest' | 'rows' | 'mostRows' | 'shrink'> {
  min?: string | undefined;
  max?: string | undefined;
}

/** A day of a form, empty for none. */
export const DayField = ({ min, max, html, ...field }: DayFieldProps) => (
  <FormField {...field} type="date" shrink html={{ min, max, ...html }} />
);
