import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { Field } from './use-form.js';

interface CheckFieldProps extends Field<boolean> {
  label: string;
}

/** Yes or no. */
export const CheckField = ({ value, onChange, label }: CheckFieldProps) => (
  <FormControlLabel
    control={<Checkbox size="small" checked={value} onChange={(_event, checked) => onChange(checked)} sx={{ p: '4px 8px' }} />}
    label={<Box sx={{ fontSize: 13.5 }}>{label}</Box>}
  />
);
