import { type ProgramDetail, programAddSchema, programWriteSchema } from '@matchwatch/contracts';
import { programTracks, type SpecialtyKey, specialtyKeys } from '@matchwatch/domain';
import { specialtyText } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { choiceLabel } from '../applicants/record/field-label.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { identityOf, useProgramsChanged } from './use-programs.js';

/** What a program is told by, as the form asks for it: each empty while it is not told. */
const untold = {
  name: '',
  institution: '',
  city: '',
  state: '',
  specialty: 'internal-medicine' as SpecialtyKey,
  track: '' as '' | (typeof programTracks)[number],
};

/** Adds a program, or changes what one is called and where it is; facts are noted on its page. */
export function ProgramDialog({ program, onClose }: { program?: ProgramDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useProgramsChanged();
  const form = useForm({ code: '', ...untold, ...(program && (identityOf(program) as Partial<typeof untold>)) });
  const { field } = form;
  const save = async () => {
    const { code, ...told } = form.values;
    const identity = Object.fromEntries(Object.entries(told).filter(([, value]) => value?.trim()));
    if (program) {
      await api.saveProgram(program.id, program.version, programWriteSchema.parse({ ...identity, facts: program.facts }));
      notify(t('program.facts.saved'), { type: 'info' });
    } else {
      const { id } = await api.addProgram(programAddSchema.parse({ ...identity, code, facts: {} }));
      notify(t('program.identity.added'), { type: 'info' });
      void navigate(`/programs/${id}/show`);
    }
    changed();
    onClose();
  };
  return (
    <FormDialog
      form={form}
      title={t(program ? 'program.identity.editTitle' : 'program.identity.addTitle')}
      submit={t(program ? 'program.facts.save' : 'program.add')}
      onSubmit={save}
      onClose={onClose}
    >
      {!program && <FormField {...field('code')} label={t('program.identity.code')} />}
      {(['name', 'institution', 'city', 'state'] as const).map((name) => (
        <FormField key={name} {...field(name)} label={t(`program.identity.${name}`)} />
      ))}
      <FieldRow>
        <ChoiceField {...field('specialty')} label={t('program.identity.specialty')} of={specialtyKeys} text={specialtyText} />
        <ChoiceField
          {...field('track')}
          label={t('program.identity.track')}
          none={t('program.identity.noTrack')}
          of={programTracks}
          text={(track) => choiceLabel(track, t)}
        />
      </FieldRow>
    </FormDialog>
  );
}
