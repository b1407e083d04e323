import { type ListedProgram, type ProgramFilter, programFilterSchema } from '@matchwatch/contracts';
import { programFactNames, programFacts, specialtyKeys } from '@matchwatch/domain';
import { programFactLabel, specialtyText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { FormField } from '../surface/form/form-field.js';

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
  return (
    <Box
      role="search"
      aria-label={t('program.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px', mb: '14px', alignItems: 'center' }}
    >
      <FormField
        label={t('program.search')}
        value={text}
        onChange={(q) => {
          setText(q);
          change({ q: q.trim() === '' ? undefined : q }, true);
        }}
        sx={{ ...fieldStyle, width: { xs: '100%', sm: 280 } }}
      />
      <ChoiceField
        label={t('program.specialty')}
        none={t('program.anySpecialty')}
        of={specialtyKeys}
        text={specialtyText}
        value={filter.specialty?.[0] ?? anything}
        onChange={(key) => change({ specialty: key === anything ? undefined : [key] })}
        sx={fieldStyle}
      />
      <ChoiceField
        label={t('program.says')}
        none={t('program.anything')}
        of={asked}
        text={programFactLabel}
        value={filter.yes?.[0] ?? anything}
        onChange={(name) => change({ yes: name === anything ? undefined : [name] })}
        sx={fieldStyle}
      />
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
