import { type ApplicantDetail, checkInWriteSchema, type Referral, referralChangeSchema, referralWriteSchema } from '@matchwatch/contracts';
import {
  addDays,
  type Day,
  type ReferralKind,
  type ReferralState,
  referralKinds,
  referralTransitions,
  restrictedReferralKinds,
} from '@matchwatch/domain';
import { referralKindLabel, referralStateLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { FormDialog } from '../surface/form-dialog.js';
import { useCaseworkChanged } from './use-casework.js';

/** Days that a referral is given as a rule. */
const usualDays = 14;

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text);

function DateText({
  wrong,
  max,
  ...field
}: Pick<TextFieldProps, 'label' | 'value' | 'onChange'> & { wrong: string | undefined; max?: Day | undefined }) {
  return (
    <TextField
      {...field}
      type="date"
      error={wrong !== undefined}
      helperText={wrong}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { max } }}
    />
  );
}

/** Refers an applicant to somebody who helps, by a day. */
export function ReferralDialog({ detail, checkInId, onClose }: { detail: ApplicantDetail; checkInId: number | null; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useToday();
  const changed = useCaseworkChanged();
  const wellbeing = detail.may.includes('wellbeing.write');
  const kinds = referralKinds.filter((kind) => wellbeing || !restrictedReferralKinds.has(kind));
  const [kind, setKind] = useState<ReferralKind>(checkInId === null ? 'tutoring' : 'wellness');
  const [madeOn, setMadeOn] = useState<string>(today ?? '');
  const [dueOn, setDueOn] = useState<string>(today ? addDays(today, usualDays) : '');
  const [note, setNote] = useState('');
  const body = () => ({ kind, madeOn, dueOn, note: textOrNull(note), checkInId });
  return (
    <FormDialog
      title={t('referrals.addTitle')}
      submit={t('referrals.add')}
      check={() => referralWriteSchema.safeParse(body())}
      onSubmit={async () => {
        await api.refer(detail.id, referralWriteSchema.parse(body()));
        notify(t('referrals.saved'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField select label={t('referrals.kind')} value={kind} onChange={(event) => setKind(event.target.value as ReferralKind)}>
            {kinds.map((each) => (
              <MenuItem key={each} value={each}>
                {referralKindLabel(each)}
              </MenuItem>
            ))}
          </TextField>
          {(restrictedReferralKinds.has(kind) || checkInId !== null) && (
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('referrals.restrictedHelp')}</Box>
          )}
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <DateText
              label={t('referrals.madeOn')}
              value={madeOn}
              onChange={(event) => setMadeOn(event.target.value)}
              wrong={wrong.madeOn}
              max={today}
            />
            <DateText label={t('referrals.dueOn')} value={dueOn} onChange={(event) => setDueOn(event.target.value)} wrong={wrong.dueOn} />
          </Box>
          <TextField
            label={t('referrals.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            multiline
            minRows={2}
            error={wrong.note !== undefined}
            helperText={wrong.note}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </>
      )}
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
  const [state, setState] = useState<ReferralState>(states.find((each) => each !== referral.state) ?? referral.state);
  const [on, setOn] = useState<string>(today ?? '');
  const [dueOn, setDueOn] = useState<string>(referral.dueOn);
  const [outcome, setOutcome] = useState(referral.outcome ?? '');
  const body = () => ({ state, dueOn, on: on === '' ? null : on, outcome: textOrNull(outcome) });
  return (
    <FormDialog
      title={t('referrals.changeTitle', { kind: referralKindLabel(referral.kind) })}
      submit={t('casework.save')}
      check={() => referralChangeSchema.safeParse(body())}
      onSubmit={async () => {
        await api.changeReferral(referral.applicantId, referral.id, referral.version, referralChangeSchema.parse(body()));
        notify(t('referrals.saved'), { type: 'info' });
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField select label={t('referrals.state')} value={state} onChange={(event) => setState(event.target.value as ReferralState)}>
            {states.map((each) => (
              <MenuItem key={each} value={each}>
                {referralStateLabel(each)}
              </MenuItem>
            ))}
          </TextField>
          <Box sx={{ display: 'flex', gap: '12px' }}>
            <DateText label={t('referrals.on')} value={on} onChange={(event) => setOn(event.target.value)} wrong={wrong.on} max={today} />
            <DateText label={t('referrals.dueOn')} value={dueOn} onChange={(event) => setDueOn(event.target.value)} wrong={wrong.dueOn} />
          </Box>
          <TextField
            label={t('referrals.outcome')}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
            multiline
            minRows={2}
            error={wrong.outcome !== undefined}
            helperText={wrong.outcome}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Notes how an applicant said they are, and whether they asked for help. */
export function CheckInDialog({ applicantId, onClose }: { applicantId: number; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const today = useToday();
  const changed = useCaseworkChanged();
  const [on, setOn] = useState<string>(today ?? '');
  const [asksHelp, setAsksHelp] = useState(false);
  const [note, setNote] = useState('');
  const body = () => ({ on, asksHelp, note: textOrNull(note) });
  return (
    <FormDialog
      title={t('referrals.checkInTitle')}
      text={t('referrals.restrictedHelp')}
      submit={t('casework.save')}
      check={() => checkInWriteSchema.safeParse(body())}
      onSubmit={async () => {
        await api.noteCheckIn(applicantId, checkInWriteSchema.parse(body()));
        changed();
        onClose();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <DateText
            label={t('referrals.checkInOn')}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            wrong={wrong.on}
            max={today}
          />
          <FormControlLabel
            control={<Checkbox checked={asksHelp} onChange={(event) => setAsksHelp(event.target.checked)} />}
            label={t('referrals.asksHelp')}
          />
          {asksHelp && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('referrals.asksHelpHelp')}</Box>}
          <TextField
            label={t('referrals.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            multiline
            minRows={2}
            error={wrong.note !== undefined}
            helperText={wrong.note}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
