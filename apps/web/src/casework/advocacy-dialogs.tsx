import { type Advocacy, type ApplicantDetail, advocacyChangeSchema, advocacyWriteSchema } from '@matchwatch/contracts';
import {
  type AdvocacyContact,
  type AdvocacyOutcome,
  type AdvocacyWay,
  type AdvocateRole,
  advocacyContacts,
  advocacyOutcomes,
  advocacyWays,
  advocateRoles,
} from '@matchwatch/domain';
import { advocacyContactLabel, advocacyOutcomeLabel, advocacyWayLabel, advocateRoleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useProgramsChanged } from '../programs/use-programs.js';
import { useSession } from '../session/use-session.js';
import { useToday } from '../session/use-today.js';
import { FormDialog } from '../surface/form-dialog.js';
import { type PickedProgram, ProgramPicker } from './program-picker.js';
import { useCaseworkChanged } from './use-casework.js';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  of: readonly T[];
  text: (choice: T) => string;
  onChange: (choice: T) => void;
}

function Choice<T extends string>({ label, value, of, text, onChange }: ChoiceProps<T>) {
  return (
    <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {of.map((each) => (
        <MenuItem key={each} value={each}>
          {text(each)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Notes who spoke for an applicant; whoever writes it down is taken to have spoken until they say otherwise. */
export function AdvocacyDialog({ detail, onClose }: { detail: ApplicantDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const me = useSession()?.user;
  const changed = useCaseworkChanged();
  const programsChanged = useProgramsChanged();
  const [picked, setPicked] = useState<PickedProgram | null>(null);
  const [advocate, setAdvocate] = useState(me?.name ?? '');
  const [role, setRole] = useState<AdvocateRole>(me?.role === 'dean' ? 'dean' : 'faculty');
  const [contact, setContact] = useState<AdvocacyContact>('program-director');
  const [contactName, setContactName] = useState('');
  const [way, setWay] = useState<AdvocacyWay>('call');
  const [on, setOn] = useState<string>(today ?? '');
  const [said, setSaid] = useState('');
  const body = () => {
    const { programId, program, specialty } = picked ?? { programId: null, program: '', specialty: null };
    return { programId, program, specialty, advocate, role, contact, contactName: orNull(contactName), way, on, said: orNull(said) };
  };
  return (
    <FormDialog
      title={t('advocacy.addTitle', { name: spokenName(detail.record.name) })}
      submit={t('advocacy.add')}
      check={() => advocacyWriteSchema.safeParse(body())}
      onSubmit={async () => {
        await api.noteAdvocacy(detail.id, advocacyWriteSchema.parse(body()));
        notify(t('advocacy.saved'), { type: 'info' });
        changed();
        programsChanged();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <ProgramPicker list={detail.record.programs ?? []} onChange={setPicked} wrong={wrong['program']} />
          {picked?.spoken !== undefined && picked.spoken > 0 && (
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('advocacy.here', { smart_count: picked.spoken })}</Box>
          )}
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <TextField
              label={t('advocacy.advocate')}
              value={advocate}
              onChange={(event) => setAdvocate(event.target.value)}
              error={wrong['advocate'] !== undefined}
              helperText={wrong['advocate']}
            />
            <Choice label={t('advocacy.role')} value={role} of={advocateRoles} text={advocateRoleLabel} onChange={setRole} />
          </Box>
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <Choice label={t('advocacy.contact')} value={contact} of={advocacyContacts} text={advocacyContactLabel} onChange={setContact} />
            <TextField
              label={t('advocacy.contactName')}
              value={contactName}
              onChange={(event) => setContactName(event.target.value)}
              error={wrong['contactName'] !== undefined}
              helperText={wrong['contactName']}
            />
          </Box>
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <Choice label={t('advocacy.way')} value={way} of={advocacyWays} text={advocacyWayLabel} onChange={setWay} />
            <TextField
              type="date"
              label={t('advocacy.on')}
              value={on}
              onChange={(event) => setOn(event.target.value)}
              error={wrong['on'] !== undefined}
              helperText={wrong['on']}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
            />
          </Box>
          <TextField
            label={t('advocacy.said')}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
            multiline
            minRows={2}
            error={wrong['said'] !== undefined}
            helperText={wrong['said']}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Says what came of it. */
export function AdvocacyChangeDialog({ advocacy, onClose }: { advocacy: Advocacy; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useCaseworkChanged();
  const programsChanged = useProgramsChanged();
  const [outcome, setOutcome] = useState<AdvocacyOutcome>(advocacy.outcome);
  const [outcomeOn, setOutcomeOn] = useState<string>(advocacy.outcomeOn ?? today ?? '');
  const [outcomeNote, setOutcomeNote] = useState(advocacy.outcomeNote ?? '');
  const body = () => ({
    outcome,
    outcomeOn: outcome === 'waiting' || outcome === 'withdrawn' ? null : orNull(outcomeOn),
    outcomeNote: orNull(outcomeNote),
  });
  return (
    <FormDialog
      title={t('advocacy.changeTitle', { program: advocacy.program })}
      submit={t('casework.save')}
      check={() => advocacyChangeSchema.safeParse(body())}
      onSubmit={async () => {
        await api.changeAdvocacy(advocacy.applicantId, advocacy.id, advocacy.version, advocacyChangeSchema.parse(body()));
        notify(t('advocacy.saved'), { type: 'info' });
        changed();
        programsChanged();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <Choice label={t('advocacy.outcome')} value={outcome} of={advocacyOutcomes} text={advocacyOutcomeLabel} onChange={setOutcome} />
          {outcome !== 'waiting' && outcome !== 'withdrawn' && (
            <TextField
              type="date"
              label={t('advocacy.outcomeOn')}
              value={outcomeOn}
              onChange={(event) => setOutcomeOn(event.target.value)}
              error={wrong['outcomeOn'] !== undefined}
              helperText={wrong['outcomeOn']}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: advocacy.on, max: today } }}
            />
          )}
          <TextField
            label={t('advocacy.outcomeNote')}
            value={outcomeNote}
            onChange={(event) => setOutcomeNote(event.target.value)}
            multiline
            minRows={2}
            error={wrong['outcomeNote'] !== undefined}
            helperText={wrong['outcomeNote']}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
