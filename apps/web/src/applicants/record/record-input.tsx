import { specialtyKeys, specialtyName } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { AutocompleteInput, DateInput, NumberInput, SelectInput, TextInput } from 'react-admin';
import { type Text, useText } from '../../i18n/use-text.js';
import { choiceLabel, fieldLabel } from './field-label.js';
import type { FieldSpec } from './section-specs.js';

const specialtyChoices = specialtyKeys.map((id) => ({ id, name: specialtyName(id) }));
const yesNoChoices = (t: Text) => [
  { id: true, name: t('record.yes') },
  { id: false, name: t('record.no') },
];

/** One fact as an input. `path` names it below the record; inside a list react-admin adds the row. */
export function RecordInput({ field, path }: { field: FieldSpec; path: string }) {
  const t = useText();
  const { name, input, choices, required = false, wide = false } = field;
  const common = { source: name, label: `${fieldLabel(path, t)}${required ? ' *' : ''}`, helperText: false as const };
  return <Box sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : undefined }}>{inputOf()}</Box>;

  function inputOf() {
    switch (input) {
      case 'day':
        return <DateInput {...common} slotProps={{ htmlInput: { min: '1900-01-01', max: '2199-12-31' } }} />;
      case 'number':
        return <NumberInput {...common} />;
      case 'yes-no':
        return <SelectInput {...common} choices={yesNoChoices(t)} emptyText={t('record.unknown')} translateChoice={false} />;
      case 'choice':
        return (
          <SelectInput
            {...common}
            choices={(choices ?? []).map((id) => ({ id, name: choiceLabel(id, t) }))}
            {...(required ? { validate: [] } : { emptyText: t('record.unknown') })}
            translateChoice={false}
          />
        );
      case 'specialty':
        return <AutocompleteInput {...common} choices={specialtyChoices} translateChoice={false} />;
      case 'email':
        return <TextInput {...common} type="email" />;
      case 'line':
        return <TextInput {...common} />;
    }
  }
}
