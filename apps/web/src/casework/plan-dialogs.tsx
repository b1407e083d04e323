import { type Plan, planAgreeSchema, planCloseSchema } from '@matchwatch/contracts';
import { type PlanEnding, planEndings } from '@matchwatch/domain';
import { planEndingLabel } from '@matchwatch/words';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { FormDialog } from '../surface/form-dialog.js';
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
  const [agreedWith, setAgreedWith] = useState<string>(t('carePlan.agreedWithDefault'));
  const [on, setOn] = useState<string>(today ?? '');
  const body = () => ({ on, with: agreedWith });
  return (
    <FormDialog
      title={t('carePlan.agreeTitle')}
      text={t('carePlan.agreeText')}
      submit={t('carePlan.agree')}
      check={() => planAgreeSchema.safeParse(body())}
      onSubmit={async () => {
        await api.agreePlan(plan.applicantId, plan.id, plan.version, planAgreeSchema.parse(body()));
        notify(t('carePlan.agreed'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            label={t('carePlan.agreedWith')}
            value={agreedWith}
            onChange={(event) => setAgreedWith(event.target.value)}
            error={wrong.with !== undefined}
            helperText={wrong.with}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
          <TextField
            type="date"
            label={t('carePlan.agreedOn')}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            error={wrong.on !== undefined}
            helperText={wrong.on}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Closes a plan, with how it ended. */
export function ClosePlanDialog({ plan, onClose }: PlanDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const [ending, setEnding] = useState<PlanEnding>('reached');
  const [reason, setReason] = useState('');
  const body = () => ({ ending, reason: reason.trim() === '' ? null : reason });
  return (
    <FormDialog
      title={t('carePlan.closeTitle')}
      text={t('carePlan.closeText')}
      submit={t('carePlan.close')}
      check={() => planCloseSchema.safeParse(body())}
      onSubmit={async () => {
        await api.closePlan(plan.applicantId, plan.id, plan.version, planCloseSchema.parse(body()));
        notify(t('carePlan.closed'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField select label={t('carePlan.ending')} value={ending} onChange={(event) => setEnding(event.target.value as PlanEnding)}>
            {planEndings.map((each) => (
              <MenuItem key={each} value={each}>
                {planEndingLabel(each)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={t('carePlan.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={wrong.reason !== undefined}
            helperText={wrong.reason}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
