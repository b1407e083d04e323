import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import type { ReactNode } from 'react';
import { CheckField } from './check-field.js';
import type { Field } from './use-form.js';

interface ChecksFieldProps<T extends string> extends Field<readonly T[]> {
  legend: string;
  /** What is done to all of them. */
  action?: ReactNode;
  of: readonly T[];
  text: (choice: T) => string;
  columns?: 1 | 2;
}

/** Any of several. */
export function ChecksField<T extends string>({ legend, action, of, text, value, wrong, onChange, columns = 1 }: ChecksFieldProps<T>) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: '6px 0 10px', minWidth: 0 }}>
      <Box component="legend" sx={{ float: 'left', fontWeight: 600, p: 0 }}>
        {legend}
      </Box>
      <Box sx={{ textAlign: 'right', mb: '2px', minHeight: '1lh' }}>{action}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: columns === 2 ? { xs: '1fr', sm: '1fr 1fr' } : '1fr', columnGap: '8px' }}>
        {of.map((choice) => (
          <CheckField
            key={choice}
            label={text(choice)}
            value={value.includes(choice)}
            onChange={(checked) => onChange(checked ? [...value, choice] : value.filter((each) => each !== choice))}
          />
        ))}
      </Box>
      {wrong && <FormHelperText error>{wrong}</FormHelperText>}
    </Box>
  );
}
