import { type Advocacy, type ApplicantDetail, advocacyChangeSchema, advocacyWriteSchema } from '@matchwatch/contracts';
import {
  type AdvocacyContact,
  type AdvocacyWay,
  type AdvocateRole,
  advocacyContacts,
  advocacyOutcomes,
  advocacyWays,
  advocateRoles,
} from '@matchwatch/domain';
import { advocacyContactLabel, advocacyOutcomeLabel, advocacyWayLabel, advocateRoleLabel } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useProgramsChanged } from '../programs/use-programs.js';
import { useSession } from '../session/use-session.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';
import { type PickedProgram, ProgramPicker } from './program-picker.js';
import { useCaseworkChanged } from './use-casework.js';

/** Says that it is kept, and has what shows it read again. */
function useSaved(): () => void {
  const t = useText();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const programsChanged = useProgramsChanged();
  return () => {
    notify(t('advocacy.saved'), { type: 'info' });
    changed();
    programsChanged();
  };
}

/** Notes who spoke for an applicant; whoever writes it down is taken to have spoken until they say otherwise. */
export function AdvocacyDialog({ detail, onClose }: { detail: ApplicantDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const saved = useSaved();
  const session = useSession();
  const today = session?.school.today;
  const form = useForm({
    picked: null as PickedProgram | null,
    advocate: session?.user.name ?? '',
    role: (session?.user.role === 'dean' ? 'dean' : 'faculty') as AdvocateRole,
    contact: 'program-director' as AdvocacyContact,
    contactName: '',
    way: 'call' as AdvocacyWay,
    on: today ?? '',
    said: '',
  });
  const { field } = form;
  const { picked, ...told } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('advocacy.addTitle', { name: spokenName(detail.record.name) })}
      submit={t('advocacy.add')}
      onSubmit={async () => {
        const { programId, program, specialty } = picked ?? { programId: null, program: '', specialty: null };
        const write = { ...told, programId, program, specialty, contactName: orNull(told.contactName), said: orNull(told.said) };
        await api.noteAdvocacy(detail.id, advocacyWriteSchema.parse(write));
        saved();
        onClose();
      }}
      onClose={onClose}
    >
      <ProgramPicker list={detail.record.programs ?? []} {...field('picked', 'program')} />
      {picked?.spoken !== undefined && picked.spoken > 0 && <FieldNote>{t('advocacy.here', { smart_count: picked.spoken })}</FieldNote>}
      <FieldRow>
        <FormField {...field('advocate')} label={t('advocacy.advocate')} longest={120} />
        <ChoiceField {...field('role')} label={t('advocacy.role')} of={advocateRoles} text={advocateRoleLabel} />
      </FieldRow>
      <FieldRow>
        <ChoiceField {...field('contact')} label={t('advocacy.contact')} of={advocacyContacts} text={advocacyContactLabel} />
        <FormField {...field('contactName')} label={t('advocacy.contactName')} longest={120} />
      </FieldRow>
      <FieldRow>
        <ChoiceField {...field('way')} label={t('advocacy.way')} of={advocacyWays} text={advocacyWayLabel} />
        <DayField {...field('on')} label={t('advocacy.on')} max={today} />
      </FieldRow>
      <FormField {...field('said')} label={t('advocacy.said')} rows={2} longest={2000} />
    </FormDialog>
  );
}

/** Says what came of it. */
export function AdvocacyChangeDialog({ advocacy, onClose }: { advocacy: Advocacy; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const saved = useSaved();
  const today = useSession()?.school.today;
  const form = useForm({
    outcome: advocacy.outcome,
    outcomeOn: advocacy.outcomeOn ?? today ?? '',
    outcomeNote: advocacy.outcomeNote ?? '',
  });
  const { field } = form;
  const { outcome, outcomeOn, outcomeNote } = form.values;
  const hasDay = outcome !== 'waiting' && outcome !== 'withdrawn';
  return (
    <FormDialog
      form={form}
      title={t('advocacy.changeTitle', { program: advocacy.program })}
      submit={t('casework.save')}
      onSubmit={async () => {
        const change = { outcome, outcomeOn: hasDay ? orNull(outcomeOn) : null, outcomeNote: orNull(outcomeNote) };
        await api.changeAdvocacy(advocacy.applicantId, advocacy.id, advocacy.version, advocacyChangeSchema.parse(change));
        saved();
        onClose();
      }}
      onClose={onClose}
    >
      <ChoiceField {...field('outcome')} label={t('advocacy.outcome')} of={advocacyOutcomes} text={advocacyOutcomeLabel} />
      {hasDay && <DayField {...field('outcomeOn')} label={t('advocacy.outcomeOn')} min={advocacy.on} max={today} />}
      <FormField {...field('outcomeNote')} label={t('advocacy.outcomeNote')} rows={2} longest={2000} />
    </FormDialog>
  );
}
