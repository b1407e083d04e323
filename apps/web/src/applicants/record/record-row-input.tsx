import EditOutlinedIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useSimpleFormIterator, useSimpleFormIteratorItem } from 'react-admin';
import { useFormState, useWatch } from 'react-hook-form';
import { useText } from '../../i18n/use-text.js';
import { valueAt } from './path-value.js';
import { RecordInput } from './record-input.js';
import { rowText } from './row-text.js';
import type { ListSpec } from './section-specs.js';

/** As many rows as are worth filling in side by side; a list of sixty programs would be a thousand fields. */
const fewRows = 3;

/** A row of a list: told in a line until somebody wants to change it, or it is new, or something is wrong with it. */
export function RecordRowInput({ spec }: { spec: ListSpec }) {
  const t = useText();
  const { total } = useSimpleFormIterator();
  const { index } = useSimpleFormIteratorItem();
  const name = `${spec.path}.${index}`;
  const told = rowText(spec, useWatch({ name }), t);
  const { errors } = useFormState({ name });
  const [open, setOpen] = useState(told === undefined || total <= fewRows);
  if (open || told === undefined || valueAt(errors, name) !== undefined)
    return (
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: '0 14px', width: '100%', alignItems: 'start' }}>
        {spec.fields.map((field) => (
          <RecordInput key={field.name} field={field} path={`${spec.path}.${field.name}`} />
        ))}
      </Box>
    );
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, width: '100%', pt: '4px', overflowWrap: 'anywhere' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <strong>{told.what}</strong>
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{told.facts.join(' · ')}</Box>
      </Box>
      <IconButton size="small" onClick={() => setOpen(true)} aria-label={t('record.editRow', { row: index + 1 })}>
        <EditOutlinedIcon sx={{ fontSize: 20 }} />
      </IconButton>
    </Box>
  );
}
