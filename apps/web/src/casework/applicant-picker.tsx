import type { ApplicantRow } from '@matchwatch/contracts';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { applicantName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { useDebounced } from '../shell/use-debounced.js';

/** An applicant as one is picked. */
export interface Picked {
  id: number;
  label: string;
}

const toPicked = ({ id, name, externalId }: ApplicantRow): Picked => ({ id, label: `${applicantName(name)} (${externalId})` });

/** Picks applicants by name or number: one, or several for the same note. */
export function ApplicantPicker({ value, onChange }: { value: readonly Picked[]; onChange: (picked: Picked[]) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim(), 180);
  const { data = [], isFetching } = useGetList<ApplicantRow>(
    'applicants',
    { filter: { q }, pagination: { page: 1, perPage: 8 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: q.length > 0, placeholderData: (previous) => previous },
  );
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      openOnFocus
      options={q.length > 0 ? data.map(toPicked) : []}
      value={[...value]}
      inputValue={text}
      onInputChange={(_event, next) => setText(next)}
      onChange={(_event, next) => onChange(next)}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(options) => options}
      loading={isFetching}
      noOptionsText={t('log.search')}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus={value.length === 0}
          label={t('log.who')}
          helperText={t('log.whoHelp')}
          placeholder={t('log.search')}
        />
      )}
    />
  );
}
