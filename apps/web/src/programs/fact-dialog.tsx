import { type ProgramDetail, programWriteSchema } from '@matchwatch/contracts';
import { type ProgramFactName, type ProgramFacts, type ProgramSource, programFacts, programSources } from '@matchwatch/domain';
import { programFactLabel, programSourceLabel, programValueText } from '@matchwatch/words';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { FormDialog } from '../surface/form-dialog.js';
import { useProgramsChanged, withFact } from './use-programs.js';

const textOf = (value: boolean | number | string | undefined): string => (value === undefined ? '' : String(value));

/** What was typed, as the kind of the fact wants it; what cannot be read stays as it is for the contract to refuse. */
function valueOf(name: ProgramFactName, text: string): unknown {
  const { kind } = programFacts[name];
  if (kind === 'yes-no') return text === '' ? undefined : text === 'true';
  if (kind === 'number') return text.trim() === '' ? undefined : Number(text);
  return text;
}

/** Notes one fact about a program: the value, where it is from, and the day somebody looked. */
export function FactDialog({ program, name, onClose }: { program: ProgramDetail; name: ProgramFactName; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useProgramsChanged();
  const standing = program.facts[name];
  const [text, setText] = useState(textOf(standing?.value));
  const [source, setSource] = useState<ProgramSource>(standing?.source ?? 'website');
  const [note, setNote] = useState(standing?.note ?? '');
  // Whoever opens this has just looked.
  const [checkedOn, setCheckedOn] = useState<string>(today ?? '');
  const [forget, setForget] = useState(false);
  const write = (): unknown => {
    const fact = { value: valueOf(name, text), source, ...(note.trim() !== '' && { note }), checkedOn };
    return withFact(program, name, forget ? undefined : (fact as ProgramFacts[ProgramFactName]));
  };
  const at = (field: string): string => `facts.${name}.${field}`;
  const kind = programFacts[name];
  const choices = kind.kind === 'yes-no' ? [true, false] : kind.kind === 'choice' ? kind.choices : undefined;
  return (
    <FormDialog
      title={programFactLabel(name)}
      text={program.name}
      submit={t('program.facts.save')}
      check={() => programWriteSchema.safeParse(write())}
      onSubmit={async () => {
        await api.saveProgram(program.id, program.version, programWriteSchema.parse(write()));
        notify(t('program.facts.saved'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            autoFocus
            select={choices !== undefined}
            label={t('program.facts.value')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            disabled={forget}
            error={wrong[at('value')] !== undefined}
            helperText={wrong[at('value')]}
            multiline={kind.kind === 'text' && kind.longest > 300}
            slotProps={{ htmlInput: kind.kind === 'number' ? { inputMode: 'numeric' } : {} }}
          >
            {choices?.map((each) => (
              <MenuItem key={String(each)} value={String(each)}>
                {programValueText(name, each)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t('program.facts.source')}
            value={source}
            onChange={(event) => setSource(event.target.value as ProgramSource)}
            disabled={forget}
          >
            {programSources.map((each) => (
              <MenuItem key={each} value={each}>
                {programSourceLabel(each)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={t('program.facts.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            disabled={forget}
            error={wrong[at('note')] !== undefined}
            helperText={wrong[at('note')]}
          />
          <TextField
            type="date"
            label={t('program.facts.checkedOn')}
            value={checkedOn}
            onChange={(event) => setCheckedOn(event.target.value)}
            disabled={forget}
            error={wrong[at('checkedOn')] !== undefined}
            helperText={wrong[at('checkedOn')]}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
          />
          {standing && (
            <FormControlLabel
              control={<Checkbox checked={forget} onChange={(event) => setForget(event.target.checked)} />}
              label={t('program.facts.forget')}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
