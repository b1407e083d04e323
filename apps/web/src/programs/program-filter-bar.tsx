import { type ListedProgram, type ProgramFilter, programFilterSchema } from '@matchwatch/contracts';
import { type ProgramFactName, programFactNames, programFacts, type SpecialtyKey, specialtyKeys } from '@matchwatch/domain';
import { programFactLabel, specialtyText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';

const fieldStyle = { width: { xs: '100%', sm: 210 }, m: 0 } as const;
const asked = programFactNames.filter((name) => programFacts[name].kind === 'yes-no');
const anything = '';

/** The filter of the list as it is allowed to be. */
export function useProgramFilter(): ProgramFilter {
  const { filterValues } = useListContext<ListedProgram>();
  const read = programFilterSchema.safeParse(filterValues);
  return read.success ? read.data : {};
}

/** Words, a specialty, something a program says, and what is to be checked again. */
export function ProgramFilterBar() {
  const t = useText();
  const { setFilters } = useListContext<ListedProgram>();
  const filter = useProgramFilter();
  const [text, setText] = useState(filter.q ?? '');
  const change = (part: { [K in keyof ProgramFilter]?: ProgramFilter[K] | undefined }, typing = false) =>
    setFilters(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined)), {}, typing);
  const select = { displayEmpty: true };
  return (
    <Box
      role="search"
      aria-label={t('program.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px', mb: '14px', alignItems: 'center' }}
    >
      <TextField
        size="small"
        label={t('program.search')}
        value={text}
        onChange={({ target: { value } }) => {
          setText(value);
          change({ q: value.trim() === '' ? undefined : value }, true);
        }}
        sx={{ ...fieldStyle, width: { xs: '100%', sm: 280 } }}
      />
      <TextField
        select
        size="small"
        label={t('program.specialty')}
        value={filter.specialty?.[0] ?? anything}
        onChange={({ target: { value } }) => change({ specialty: value === anything ? undefined : [value as SpecialtyKey] })}
        slotProps={{ select, inputLabel: { shrink: true } }}
        sx={fieldStyle}
      >
        <MenuItem value={anything}>{t('program.anySpecialty')}</MenuItem>
        {specialtyKeys.map((key) => (
          <MenuItem key={key} value={key}>
            {specialtyText(key)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('program.says')}
        value={filter.yes?.[0] ?? anything}
        onChange={({ target: { value } }) => change({ yes: value === anything ? undefined : [value as ProgramFactName] })}
        slotProps={{ select, inputLabel: { shrink: true } }}
        sx={fieldStyle}
      >
        <MenuItem value={anything}>{t('program.anything')}</MenuItem>
        {asked.map((name) => (
          <MenuItem key={name} value={name}>
            {programFactLabel(name)}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButton
        size="small"
        value="stale"
        selected={filter.stale === true}
        onChange={() => change({ stale: filter.stale === true ? undefined : true })}
      >
        {t('program.stale')}
      </ToggleButton>
    </Box>
  );
}
