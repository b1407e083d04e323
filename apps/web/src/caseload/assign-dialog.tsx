import { type AdvisorLoad, advisorAssignSchema, type Caseload, relationGiveSchema } from '@matchwatch/contracts';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText, shortDay } from '../surface/day-text.js';
import { CheckField } from '../surface/form/check-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { ToggleField } from '../surface/form/toggle-field.js';
import { useForm } from '../surface/form/use-form.js';
import { AdvisorField, assignable, ReasonField } from './assign-fields.js';
import { nameOfLoad } from './load-table.js';

interface AssignDialogProps {
  load: AdvisorLoad;
  caseload: Caseload;
  onDone: (text: string) => void;
  onClose: () => void;
}

const ways = ['assign', 'cover'] as const;

/** Hands the applicants of one advisor, or of nobody, to another one with a reason: for good, or to stand in until a day. */
export function AssignDialog({ load, caseload: { season, advisors, today }, onDone, onClose }: AssignDialogProps) {
  const t = useText();
  const api = useApi();
  const mayCover = useRoleDoes()('relation.manage') && load.advisor !== null;
  const form = useForm({
    way: 'assign' as (typeof ways)[number],
    to: '',
    onlyAtRisk: load.advisor === null,
    reason: '',
    fromOn: today as string,
    untilOn: '',
  });
  const { field } = form;
  const { way, to, onlyAtRisk, reason, fromOn, untilOn } = form.values;
  const count = countText(onlyAtRisk ? load.atRisk : load.applicants);
  const others = assignable(advisors, load.advisor);
  const assign = async () => {
    const filter = {
      season,
      ...(load.advisor === null ? { noAdvisor: true } : { advisor: load.advisor }),
      ...(onlyAtRisk && { riskLevel: ['high-risk', 'at-risk'] }),
    };
    const { assigned, unchanged } = await api.assignAdvisor(advisorAssignSchema.parse({ advisor: to || undefined, reason, filter }));
    onDone(t('caseload.form.done', { count: countText(assigned.length), unchanged: countText(unchanged.length) }));
  };
  const cover = async () => {
    const relation = relationGiveSchema.parse({
      personId: others.find(({ advisor }) => advisor === to)?.personId ?? undefined,
      relation: 'covers',
      target: { kind: 'caseload', advisor: load.advisor },
      fromOn,
      ...(untilOn !== '' && { untilOn }),
      ...(reason.trim() !== '' && { reason }),
    });
    const { personId, untilOn: until } = await api.giveRelation(relation);
    const who = others.find((each) => each.personId === personId);
    onDone(t('caseload.form.covered', { name: who ? nameOfLoad(who, '') : '', day: until ? shortDay(until, today) : '' }));
  };
  const name = nameOfLoad(load, t('caseload.nobody'));
  return (
    <FormDialog
      form={form}
      title={load.advisor === null ? t('caseload.form.titleNobody') : t('caseload.form.title', { name })}
      text={way === 'cover' ? t('caseload.form.coverText') : t('caseload.form.text', { count })}
      submit={way === 'cover' ? t('caseload.form.coverSubmit') : t('caseload.form.submit', { count })}
      onSubmit={way === 'cover' ? cover : assign}
      onClose={onClose}
    >
      {mayCover && (
        <ToggleField {...field('way')} label={t('caseload.form.way')} of={ways} text={(each) => t(`caseload.form.ways.${each}`)} />
      )}
      <AdvisorField
        {...field('to', way === 'cover' ? 'personId' : 'advisor')}
        label={t(way === 'cover' ? 'caseload.form.coverBy' : 'caseload.form.to')}
        choices={others}
      />
      {way === 'cover' ? (
        <FieldRow>
          <DayField {...field('fromOn')} label={t('caseload.form.fromOn')} min={today} />
          <DayField {...field('untilOn')} label={t('caseload.form.untilOn')} min={today} />
        </FieldRow>
      ) : (
        <CheckField {...field('onlyAtRisk')} label={t('caseload.form.only')} />
      )}
      <ReasonField {...field('reason')} />
    </FormDialog>
  );
}
