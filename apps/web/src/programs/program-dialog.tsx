import { type ProgramDetail, programAddSchema, programWriteSchema } from '@matchwatch/contracts';
import { programTracks, specialtyKeys } from '@matchwatch/domain';
import { specialtyText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { choiceLabel } from '../applicants/record/field-label.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { identityOf, useProgramsChanged } from './use-programs.js';

const textFields = ['name', 'institution', 'city', 'state'] as const;
const untold = '';

/** Adds a program, or changes what one is called and where it is; facts are noted on its page. */
export function ProgramDialog({ program, onClose }: { program?: ProgramDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useProgramsChanged();
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Record<string, string>>(
    Object.fromEntries(
      Object.entries(program ? identityOf(program) : { specialty: 'internal-medicine' }).map(([key, value]) => [key, value ?? '']),
    ),
  );
  const set = (name: string, value: string) => setTold((before) => ({ ...before, [name]: value }));
  const identity = () => Object.fromEntries(Object.entries(told).filter(([, value]) => value.trim() !== ''));
  const check = () =>
    program
      ? programWriteSchema.safeParse({ ...identity(), facts: program.facts })
      : programAddSchema.safeParse({ ...identity(), code, facts: {} });
  const save = async () => {
    if (program) {
      await api.saveProgram(program.id, program.version, programWriteSchema.parse({ ...identity(), facts: program.facts }));
      notify(t('program.facts.saved'), { type: 'info' });
    } else {
      const { id } = await api.addProgram(programAddSchema.parse({ ...identity(), code, facts: {} }));
      notify(t('program.identity.added'), { type: 'info' });
      void navigate(`/programs/${id}/show`);
    }
    changed();
    onClose();
  };
  return (
    <FormDialog
      title={t(program ? 'program.identity.editTitle' : 'program.identity.addTitle')}
      submit={t(program ? 'program.facts.save' : 'program.add')}
      check={check}
      onSubmit={save}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {!program && (
            <TextField
              label={t('program.identity.code')}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              error={wrong['code'] !== undefined}
              helperText={wrong['code']}
            />
          )}
          {textFields.map((name) => (
            <TextField
              key={name}
              label={t(`program.identity.${name}`)}
              value={told[name] ?? ''}
              onChange={(event) => set(name, event.target.value)}
              error={wrong[name] !== undefined}
              helperText={wrong[name]}
            />
          ))}
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <TextField
              select
              label={t('program.identity.specialty')}
              value={told['specialty'] ?? ''}
              onChange={(event) => set('specialty', event.target.value)}
              error={wrong['specialty'] !== undefined}
              helperText={wrong['specialty']}
            >
              {specialtyKeys.map((key) => (
                <MenuItem key={key} value={key}>
                  {specialtyText(key)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              label={t('program.identity.track')}
              value={told['track'] ?? untold}
              onChange={(event) => set('track', event.target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value={untold}>{t('program.identity.noTrack')}</MenuItem>
              {programTracks.map((track) => (
                <MenuItem key={track} value={track}>
                  {choiceLabel(track, t)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
        </>
      )}
    </FormDialog>
  );
}
