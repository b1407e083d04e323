import { type Person, relationGiveSchema } from '@matchwatch/contracts';
import { decidingRelations, type RelationKind, relationKinds } from '@matchwatch/domain';
import { relationLabel } from '@matchwatch/words';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

const targets = ['caseload', 'applicant', 'season'] as const;

/** What names each kind of target, in what is sent. */
const names = { caseload: 'advisor', applicant: 'externalId', season: 'season' } as const;

/** Gives a person a relation: to one applicant, to everybody an advisor has, or to a season; with its last day when it is for a while. */
export function RelationDialog({ person, onClose, onGiven }: { person: Person; onClose: () => void; onGiven: () => void }) {
  const t = useText();
  const api = useApi();
  const { season } = useSeason();
  const today = useSession()?.school.today;
  const form = useForm({
    relation: 'covers' as RelationKind,
    kind: 'caseload' as (typeof targets)[number],
    caseload: '',
    applicant: '',
    season: String(season ?? ''),
    untilOn: '',
    reason: '',
  });
  const { field } = form;
  const { relation, kind, untilOn, reason } = form.values;
  const give = async () => {
    const named = form.values[kind].trim();
    const write = {
      personId: person.id,
      relation,
      target: { kind, [names[kind]]: kind === 'season' ? Number(named) : named },
      ...(untilOn !== '' && { untilOn }),
      ...(reason.trim() !== '' && { reason }),
    };
    await api.giveRelation(relationGiveSchema.parse(write));
    onGiven();
  };
  return (
    <FormDialog
      form={form}
      title={t('people.relations.form.title', { name: person.name })}
      submit={t('people.relations.form.submit')}
      onSubmit={give}
      onClose={onClose}
    >
      <ChoiceField {...field('relation')} label={t('people.relations.form.relation')} of={relationKinds} text={relationLabel} />
      {decidingRelations.has(relation) && <FieldNote>{t('people.relations.form.wall')}</FieldNote>}
      <ChoiceField
        {...field('kind')}
        label={t('people.relations.form.target')}
        of={targets}
        text={(target) => t(`people.relations.form.targets.${target}`)}
      />
      <FormField {...field(kind, `target.${names[kind]}`)} label={t(`people.relations.form.${kind}`)} longest={254} />
      <DayField
        {...field('untilOn')}
        label={t('people.relations.form.until')}
        help={t(relation === 'covers' ? 'people.relations.form.untilNeeded' : 'people.relations.form.untilHelp')}
        min={today}
      />
      <FormField {...field('reason')} label={t('people.relations.form.reason')} longest={500} />
    </FormDialog>
  );
}
