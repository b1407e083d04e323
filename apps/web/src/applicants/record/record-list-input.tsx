import AddIcon from '@mui/icons-material/Add';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import {
  ArrayInput,
  BooleanInput,
  FormDataConsumer,
  SimpleFormIterator,
  useSimpleFormIterator,
  useSimpleFormIteratorItem,
} from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { noneKey } from './form-values.js';
import { valueAt } from './path-value.js';
import { RecordRowInput } from './record-row-input.js';
import type { ListSpec } from './section-specs.js';

/** A list of the record: rows to fill, add and remove, and, when it is empty, whether that is known. */
export function RecordListInput({ spec }: { spec: ListSpec }) {
  const t = useText();
  return (
    <Box sx={{ mt: '8px' }}>
      <ArrayInput source={spec.path} label={false} helperText={false}>
        <SimpleFormIterator
          disableReordering
          disableClear
          addButton={<AddRow />}
          removeButton={<RemoveRow />}
          fullWidth
          sx={{
            '&& .RaSimpleFormIterator-line': {
              alignItems: 'flex-start',
              border: '1px solid var(--line)',
              borderRadius: '12px',
              p: '8px 6px 10px 14px',
              mb: '10px',
            },
            '& .RaSimpleFormIterator-form': { minWidth: 0, flex: 1 },
            '& .RaSimpleFormIterator-index': { display: 'none' },
            '& .RaSimpleFormIterator-action': { pt: '6px', visibility: 'visible !important' },
          }}
          getItemLabel={false}
        >
          <RecordRowInput spec={spec} />
        </SimpleFormIterator>
      </ArrayInput>
      <FormDataConsumer>
        {({ formData }) => {
          const rows = valueAt(formData, spec.path);
          const empty = !Array.isArray(rows) || rows.length === 0;
          return empty ? (
            <BooleanInput source={`none.${noneKey(spec.path)}`} label={t('record.saysNone')} helperText={t('record.saysNoneHelp')} />
          ) : null;
        }}
      </FormDataConsumer>
    </Box>
  );
}

function AddRow() {
  const t = useText();
  const { add } = useSimpleFormIterator();
  return (
    <Button variant="outlined" startIcon={<AddIcon />} onClick={() => add()}>
      {t('record.addRow')}
    </Button>
  );
}

function RemoveRow() {
  const t = useText();
  const { remove, index } = useSimpleFormIteratorItem();
  return (
    <IconButton size="small" onClick={() => remove()} aria-label={t('record.removeRow', { row: index + 1 })}>
      <DeleteOutlineIcon sx={{ fontSize: 20 }} />
    </IconButton>
  );
}
