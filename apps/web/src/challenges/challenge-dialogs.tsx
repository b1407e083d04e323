import {
  type ApplicantDetail,
  type Challenge,
  challengeCorrectSchema,
  challengeDeclineSchema,
  challengeStatementSchema,
  challengeWriteSchema,
} from '@matchwatch/contracts';
import { type ApplicantRecord, actionOfChallenge, type ChallengeSubject } from '@matchwatch/domain';
import { recordPartLabel, ruleLabel, sentence } from '@matchwatch/words';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { shortDay } from '../surface/day-text.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

interface DialogProps {
  onClose: () => void;
  onDone: () => void;
}

const keyOf = ({ kind, about }: ChallengeSubject): string => `${kind} ${about}`;

/** What of a person's page can be contested by whoever looks at it: what is in the record, and what the rules found. */
function contestable({ record, answer, may }: ApplicantDetail): ChallengeSubject[] {
  const facts = (Object.keys(record) as (keyof ApplicantRecord)[]).map((about): ChallengeSubject => ({ kind: 'fact', about }));
  const codes = new Set([...(answer?.findings ?? []), ...(answer?.careGaps ?? [])].map(({ code }) => code));
  const findings = [...codes].map((about): ChallengeSubject => ({ kind: 'finding', about }));
  return [...facts, ...findings].filter((subject) => may.includes(actionOfChallenge(subject)));
}

/** Writes down what an applicant says is wrong. */
export function WriteChallengeDialog({ detail, onClose, onDone }: DialogProps & { detail: ApplicantDetail }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useSession()?.school.today ?? '';
  const subjects = contestable(detail);
  const form = useForm({ subject: keyOf({ kind: 'fact', about: 'exams' }), contested: '', says: '', receivedOn: today as string });
  const { values, field } = form;
  const choose = (key: string) => {
    const about = subjects.find((each) => keyOf(each) === key && each.kind === 'finding')?.about;
    const finding = [...(detail.answer?.findings ?? []), ...(detail.answer?.careGaps ?? [])].find(({ code }) => code === about);
    // What a rule found is said in its own sentence, to begin with.
    form.set({ subject: key, ...(finding && values.contested === '' && { contested: sentence(finding).slice(0, 500) }) });
  };
  const of = (kind: ChallengeSubject['kind']) => subjects.filter((each) => each.kind === kind);
  return (
    <FormDialog
      form={form}
      title={t('challenge.form.title')}
      text={t('challenge.form.text')}
      submit={t('challenge.form.submit')}
      onSubmit={async () => {
        const subject = subjects.find((each) => keyOf(each) === values.subject);
        const { dueOn } = await api.writeChallenge(detail.id, challengeWriteSchema.parse({ ...values, subject }));
        notify(t('challenge.form.done', { day: shortDay(dueOn) }), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      <FormField {...field('subject')} select label={t('challenge.form.about')} onChange={choose}>
        <ListSubheader>{t('challenge.form.facts')}</ListSubheader>
        {of('fact').map((each) => (
          <MenuItem key={keyOf(each)} value={keyOf(each)}>
            {recordPartLabel(each.about as keyof ApplicantRecord)}
          </MenuItem>
        ))}
        {of('finding').length > 0 && <ListSubheader>{t('challenge.form.findings')}</ListSubheader>}
        {of('finding').map((each) => (
          <MenuItem key={keyOf(each)} value={keyOf(each)}>
            {ruleLabel(each.about)}
          </MenuItem>
        ))}
      </FormField>
      <FormField {...field('contested')} label={t('challenge.form.contested')} help={t('challenge.form.contestedHelp')} longest={500} />
      <FormField {...field('says')} label={t('challenge.form.says')} rows={3} longest={4000} />
      <DayField {...field('receivedOn')} label={t('challenge.form.receivedOn')} help={t('challenge.form.receivedHelp')} max={today} />
    </FormDialog>
  );
}

interface StepProps extends DialogProps {
  challenge: Challenge;
}

/** Lets what is contested stand, with the reason and the applicant's statement. */
export function DeclineDialog({ challenge, onClose, onDone }: StepProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const form = useForm({ reason: '', statement: '' });
  const { reason, statement } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('challenge.declineForm.title')}
      text={t('challenge.declineForm.text')}
      submit={t('challenge.declineForm.submit')}
      onSubmit={async () => {
        await api.declineChallenge(challenge.id, challengeDeclineSchema.parse({ reason, ...(statement.trim() !== '' && { statement }) }));
        notify(t('challenge.declineForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('reason')} label={t('challenge.declineForm.reason')} longest={500} />
      <FormField {...form.field('statement')} label={t('challenge.declineForm.statement')} rows={4} longest={4000} />
    </FormDialog>
  );
}

/** What the applicant wants said beside what stands. */
export function StatementDialog({ challenge, onClose, onDone }: StepProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const form = useForm({ statement: challenge.statement ?? '' });
  return (
    <FormDialog
      form={form}
      title={t('challenge.stateForm.title')}
      text={t('challenge.stateForm.text')}
      submit={t('challenge.stateForm.submit')}
      onSubmit={async () => {
        await api.stateChallenge(challenge.id, challengeStatementSchema.parse(form.values).statement);
        notify(t('challenge.stateForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      <FormField {...form.field('statement')} label={t('challenge.stateForm.title')} rows={4} longest={4000} />
    </FormDialog>
  );
}

/** Says which version of the record put it right, where the change did not say so itself. */
export function CorrectedDialog({ challenge, version: latest, onClose, onDone }: StepProps & { version: number }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const form = useForm({ version: String(latest) });
  return (
    <FormDialog
      form={form}
      title={t('challenge.alreadyForm.title')}
      text={t('challenge.alreadyForm.text', { version: challenge.recordVersion })}
      submit={t('challenge.alreadyForm.submit')}
      onSubmit={async () => {
        await api.correctChallenge(challenge.id, challengeCorrectSchema.parse({ version: Number(form.values.version) }).version);
        notify(t('challenge.alreadyForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      <FormField
        {...form.field('version')}
        type="number"
        label={t('challenge.alreadyForm.version')}
        html={{ min: challenge.recordVersion + 1, max: latest }}
      />
    </FormDialog>
  );
}
