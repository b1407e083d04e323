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
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { shortDay } from '../surface/day-text.js';
import { FormDialog } from '../surface/form-dialog.js';

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
  const [subject, setSubject] = useState<ChallengeSubject>({ kind: 'fact', about: 'exams' });
  const [contested, setContested] = useState('');
  const [says, setSays] = useState('');
  const [receivedOn, setReceivedOn] = useState<string>(today);
  const body = () => ({ subject, contested, says, receivedOn });
  const choose = (key: string) => {
    const chosen = subjects.find((each) => keyOf(each) === key);
    if (!chosen) return;
    setSubject(chosen);
    const finding = [...(detail.answer?.findings ?? []), ...(detail.answer?.careGaps ?? [])].find(({ code }) => code === chosen.about);
    // What a rule found is said in its own sentence, to begin with.
    if (chosen.kind === 'finding' && contested === '' && finding) setContested(sentence(finding).slice(0, 500));
  };
  const of = (kind: ChallengeSubject['kind']) => subjects.filter((each) => each.kind === kind);
  return (
    <FormDialog
      title={t('challenge.form.title')}
      text={t('challenge.form.text')}
      submit={t('challenge.form.submit')}
      check={() => challengeWriteSchema.safeParse(body())}
      onSubmit={async () => {
        const { dueOn } = await api.writeChallenge(detail.id, challengeWriteSchema.parse(body()));
        notify(t('challenge.form.done', { day: shortDay(dueOn) }), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            select
            label={t('challenge.form.about')}
            value={keyOf(subject)}
            onChange={(event) => choose(event.target.value)}
            error={wrong['subject.about'] !== undefined}
            helperText={wrong['subject.about']}
          >
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
          </TextField>
          <TextField
            label={t('challenge.form.contested')}
            value={contested}
            onChange={(event) => setContested(event.target.value)}
            error={wrong.contested !== undefined}
            helperText={wrong.contested ?? t('challenge.form.contestedHelp')}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <TextField
            label={t('challenge.form.says')}
            value={says}
            onChange={(event) => setSays(event.target.value)}
            error={wrong.says !== undefined}
            helperText={wrong.says}
            multiline
            minRows={3}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          <TextField
            type="date"
            label={t('challenge.form.receivedOn')}
            value={receivedOn}
            onChange={(event) => setReceivedOn(event.target.value)}
            error={wrong.receivedOn !== undefined}
            helperText={wrong.receivedOn ?? t('challenge.form.receivedHelp')}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
          />
        </>
      )}
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
  const [reason, setReason] = useState('');
  const [statement, setStatement] = useState('');
  const body = () => ({ reason, ...(statement.trim() !== '' && { statement }) });
  return (
    <FormDialog
      title={t('challenge.declineForm.title')}
      text={t('challenge.declineForm.text')}
      submit={t('challenge.declineForm.submit')}
      check={() => challengeDeclineSchema.safeParse(body())}
      onSubmit={async () => {
        await api.declineChallenge(challenge.id, body());
        notify(t('challenge.declineForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <TextField
            label={t('challenge.declineForm.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={wrong.reason !== undefined}
            helperText={wrong.reason}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <TextField
            label={t('challenge.declineForm.statement')}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
            error={wrong.statement !== undefined}
            helperText={wrong.statement}
            multiline
            minRows={4}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** What the applicant wants said beside what stands. */
export function StatementDialog({ challenge, onClose, onDone }: StepProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const [statement, setStatement] = useState(challenge.statement ?? '');
  return (
    <FormDialog
      title={t('challenge.stateForm.title')}
      text={t('challenge.stateForm.text')}
      submit={t('challenge.stateForm.submit')}
      check={() => challengeStatementSchema.safeParse({ statement })}
      onSubmit={async () => {
        await api.stateChallenge(challenge.id, statement);
        notify(t('challenge.stateForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          label={t('challenge.stateForm.title')}
          value={statement}
          onChange={(event) => setStatement(event.target.value)}
          error={wrong.statement !== undefined}
          helperText={wrong.statement}
          multiline
          minRows={4}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      )}
    </FormDialog>
  );
}

/** Says which version of the record put it right, where the change did not say so itself. */
export function CorrectedDialog({ challenge, version: latest, onClose, onDone }: StepProps & { version: number }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const [version, setVersion] = useState(String(latest));
  const body = () => ({ version: Number(version) });
  return (
    <FormDialog
      title={t('challenge.alreadyForm.title')}
      text={t('challenge.alreadyForm.text', { version: challenge.recordVersion })}
      submit={t('challenge.alreadyForm.submit')}
      check={() => challengeCorrectSchema.safeParse(body())}
      onSubmit={async () => {
        await api.correctChallenge(challenge.id, Number(version));
        notify(t('challenge.alreadyForm.done'), { type: 'success' });
        onDone();
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <TextField
          type="number"
          label={t('challenge.alreadyForm.version')}
          value={version}
          onChange={(event) => setVersion(event.target.value)}
          error={wrong.version !== undefined}
          helperText={wrong.version}
          slotProps={{ htmlInput: { min: challenge.recordVersion + 1, max: latest } }}
        />
      )}
    </FormDialog>
  );
}
