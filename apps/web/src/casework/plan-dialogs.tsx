import { type Plan, planAgreeSchema, planCloseSchema } from '@matchwatch/contracts';
import { type PlanEnding, planEndings } from '@matchwatch/domain';
import { planEndingLabel } from '@matchwatch/words';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';
import { useCaseworkChanged } from './use-casework.js';

interface PlanDialogProps {
  plan: Plan;
  onClose: () => void;
}

/** Notes that a plan was agreed: with whom and on which day. */
export function AgreeDialog({ plan, onClose }: PlanDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useCaseworkChanged();
  const form = useForm({ with: t('carePlan.agreedWithDefault'), on: today ?? '' });
  return (
    <FormDialog
      form={form}
      title={t('carePlan.agreeTitle')}
      text={t('carePlan.agreeText')}
      submit={t('carePlan.agree')}
      onSubmit={async () => {
        await api.agreePlan(plan.applicantId, plan.id, plan.version, planAgreeSchema.parse(form.values));
        notify(t('carePlan.agreed'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('with')} label={t('carePlan.agreedWith')} longest={200} />
      <DayField {...form.field('on')} label={t('carePlan.agreedOn')} max={today} />
    </FormDialog>
  );
}

/** Closes a plan, with how it ended. */
export function ClosePlanDialog({ plan, onClose }: PlanDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const form = useForm({ ending: 'reached' as PlanEnding, reason: '' });
  const { ending, reason } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('carePlan.closeTitle')}
      text={t('carePlan.closeText')}
      submit={t('carePlan.close')}
      onSubmit={async () => {
        await api.closePlan(plan.applicantId, plan.id, plan.version, planCloseSchema.parse({ ending, reason: orNull(reason) }));
        notify(t('carePlan.closed'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      <ChoiceField {...form.field('ending')} label={t('carePlan.ending')} of={planEndings} text={planEndingLabel} />
      <FormField {...form.field('reason')} label={t('carePlan.reason')} longest={500} />
    </FormDialog>
  );
}
