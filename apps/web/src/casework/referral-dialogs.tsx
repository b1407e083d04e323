import { type ApplicantDetail, checkInWriteSchema, type Referral, referralChangeSchema, referralWriteSchema } from '@matchwatch/contracts';
import {
  addDays,
  type ReferralKind,
  type ReferralState,
  referralKinds,
  referralTransitions,
  restrictedReferralKinds,
} from '@matchwatch/domain';
import { referralKindLabel, referralStateLabel } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { CheckField } from '../surface/form/check-field.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FieldNote } from '../surface/form/field-note.js';
import { FieldRow } from '../surface/form/field-row.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';
import { useCaseworkChanged } from './use-casework.js';

/** Days that a referral is given as a rule. */
const usualDays = 14;

/** Refers an applicant to somebody who helps, by a day. */
export function ReferralDialog({ detail, checkInId, onClose }: { detail: ApplicantDetail; checkInId: number | null; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useCaseworkChanged();
  const wellbeing = detail.may.includes('wellbeing.write');
  const form = useForm({
    kind: (checkInId === null ? 'tutoring' : 'wellness') as ReferralKind,
    madeOn: today ?? '',
    dueOn: today ? addDays(today, usualDays) : '',
    note: '',
  });
  const { values, field } = form;
  return (
    <FormDialog
      form={form}
      title={t('referrals.addTitle')}
      submit={t('referrals.add')}
      onSubmit={async () => {
        await api.refer(detail.id, referralWriteSchema.parse({ ...values, note: orNull(values.note), checkInId }));
        notify(t('referrals.saved'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      <ChoiceField
        {...field('kind')}
        label={t('referrals.kind')}
        of={referralKinds.filter((kind) => wellbeing || !restrictedReferralKinds.has(kind))}
        text={referralKindLabel}
      />
      {(restrictedReferralKinds.has(values.kind) || checkInId !== null) && <FieldNote>{t('referrals.restrictedHelp')}</FieldNote>}
      <FieldRow>
        <DayField {...field('madeOn')} label={t('referrals.madeOn')} max={today} />
        <DayField {...field('dueOn')} label={t('referrals.dueOn')} />
      </FieldRow>
      <FormField {...field('note')} label={t('referrals.note')} rows={2} longest={2000} />
    </FormDialog>
  );
}

/** Says what came of a referral, or gives it another day. */
export function ReferralChangeDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useCaseworkChanged();
  const states = referralTransitions[referral.state];
  const form = useForm({
    state: states.find((each) => each !== referral.state) ?? (referral.state as ReferralState),
    on: today ?? '',
    dueOn: referral.dueOn as string,
    outcome: referral.outcome ?? '',
  });
  const { values, field } = form;
  return (
    <FormDialog
      form={form}
      title={t('referrals.changeTitle', { kind: referralKindLabel(referral.kind) })}
      submit={t('casework.save')}
      onSubmit={async () => {
        const change = referralChangeSchema.parse({ ...values, on: orNull(values.on), outcome: orNull(values.outcome) });
        await api.changeReferral(referral.applicantId, referral.id, referral.version, change);
        notify(t('referrals.saved'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      <ChoiceField {...field('state')} label={t('referrals.state')} of={states} text={referralStateLabel} />
      <FieldRow>
        <DayField {...field('on')} label={t('referrals.on')} max={today} />
        <DayField {...field('dueOn')} label={t('referrals.dueOn')} />
      </FieldRow>
      <FormField {...field('outcome')} label={t('referrals.outcome')} rows={2} longest={2000} />
    </FormDialog>
  );
}

/** Notes how an applicant said they are, and whether they asked for help. */
export function CheckInDialog({ applicantId, onClose }: { applicantId: number; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const changed = useCaseworkChanged();
  const form = useForm({ on: today ?? '', asksHelp: false, note: '' });
  const { values, field } = form;
  return (
    <FormDialog
      form={form}
      title={t('referrals.checkInTitle')}
      text={t('referrals.checkInHelp')}
      submit={t('casework.save')}
      onSubmit={async () => {
        await api.noteCheckIn(applicantId, checkInWriteSchema.parse({ ...values, note: orNull(values.note) }));
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      <DayField {...field('on')} label={t('referrals.checkInOn')} max={today} />
      <CheckField {...field('asksHelp')} label={t('referrals.asksHelp')} />
      {values.asksHelp && <FieldNote>{t('referrals.asksHelpHelp')}</FieldNote>}
      <FormField {...field('note')} label={t('referrals.note')} rows={2} longest={2000} />
    </FormDialog>
  );
}
