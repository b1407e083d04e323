import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useText } from '../i18n/use-text.js';
import { citationOf, citationText } from './draft-content.js';

/** The citations that the register knows, with what each is called. */
export type KnownSources = ReadonlyMap<string, string>;

interface SourceInputProps {
  sources: readonly string[];
  known: KnownSources;
  error: boolean;
  onChange: (sources: string[]) => void;
}

/** Where a value comes from: passages of the register, or what the school decided. */
export function SourceInput({ sources, known, error, onChange }: SourceInputProps) {
  const t = useText();
  const refs = new Set(known.keys());
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      slotProps={{ chip: { size: 'small', sx: { height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: '2px' } } } }}
      options={[...known.keys()]}
      value={[...sources]}
      getOptionLabel={(ref) => citationText(ref, known)}
      onChange={(_event, next) => onChange([...new Set(next.filter((text) => text.trim() !== '').map((text) => citationOf(text, refs)))])}
      renderInput={(input) => (
        <TextField
          {...input}
          label={t('policy.version.source')}
          error={error}
          helperText={error && sources.length === 0 ? t('policy.version.sourceNeeded') : undefined}
          placeholder={sources.length === 0 ? t('policy.version.sourceHelp') : ''}
          inputProps={{ ...input.inputProps, maxLength: 280 }}
        />
      )}
    />
  );
}
