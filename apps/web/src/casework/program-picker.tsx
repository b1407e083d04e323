import type { ListedProgram } from '@matchwatch/contracts';
import type { ProgramChoice, SpecialtyKey } from '@matchwatch/domain';
import { specialtyText } from '@matchwatch/words';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useDebounced } from '../shell/use-debounced.js';
import type { Field } from '../surface/form/use-form.js';

/** A program as one is picked: of the table, of the applicant's list, or by any other name. */
export interface PickedProgram {
  programId: number | null;
  program: string;
  specialty: SpecialtyKey | null;
  /** How often somebody spoke to it, where it stands in the table. */
  spoken?: number;
}

const ofTable = ({ id, name, specialty, advocacies }: ListedProgram): PickedProgram => ({
  programId: id,
  program: name,
  specialty,
  spoken: advocacies,
});
const ofList = ({ program, specialty }: ProgramChoice): PickedProgram => ({ programId: null, program, specialty: specialty ?? null });
const labelOf = ({ program, specialty }: PickedProgram): string =>
  specialty === null || program.toLowerCase().includes(specialtyText(specialty).toLowerCase())
    ? program
    : `${program}, ${specialtyText(specialty)}`;
const mostOfList = 200;

interface ProgramPickerProps extends Omit<Field<PickedProgram | null>, 'value'> {
  list: readonly ProgramChoice[];
}

/** Picks a program in a few letters. */
export function ProgramPicker({ list, onChange, wrong }: ProgramPickerProps) {
  const t = useText();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim(), 180);
  const mayTable = useRoleDoes()('program.view');
  const { data = [], isFetching } = useGetList<ListedProgram>(
    'programs',
    { filter: { q }, pagination: { page: 1, perPage: 8 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: mayTable && q.length > 1, placeholderData: (previous) => previous },
  );
  const found = q.length > 1 ? data.map(ofTable) : [];
  const names = new Set(found.map(({ program }) => program.toLowerCase()));
  const words = text.toLowerCase().split(/\s+/);
  const listed = list
    .slice(0, mostOfList)
    .map(ofList)
    .filter(({ program }) => !names.has(program.toLowerCase()) && words.every((word) => program.toLowerCase().includes(word)));
  return (
    <Autocomplete<PickedProgram, false, false, true>
      freeSolo
      openOnFocus
      options={[...found, ...listed]}
      getOptionLabel={(option) => (typeof option === 'string' ? option : labelOf(option))}
      filterOptions={(options) => options}
      loading={isFetching}
      inputValue={text}
      onInputChange={(_event, next, why) => {
        setText(next);
        // What is typed counts as a name until something is picked.
        if (why === 'input') onChange(next.trim() === '' ? null : { programId: null, program: next.trim(), specialty: null });
      }}
      onChange={(_event, next) => onChange(typeof next === 'string' ? { programId: null, program: next, specialty: null } : next)}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          label={t('advocacy.program')}
          error={wrong !== undefined}
          helperText={wrong ?? t('advocacy.programHelp')}
        />
      )}
    />
  );
}
