import { type ApplicantFilter, advisorAssignSchema, type BulkAnswer, bulkRequestSchema, mostBulk } from '@matchwatch/contracts';
import { addDays } from '@matchwatch/domain';
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { AdvisorChoice, ReasonField } from '../caseload/assign-fields.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { countText } from '../surface/day-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { BulkResultDialog } from './bulk-result-dialog.js';

const kinds = ['task', 'meeting', 'assign'] as const;
type Kind = (typeof kinds)[number];
const owners = ['applicant', 'advisor', 'dean'] as const;
const daysAhead = 14;
const groupMeeting = {
  state: 'held',
  kind: 'group',
  at: null,
  minutes: null,
  staffIds: [],
  others: [],
  topics: [],
  restricted: false,
  nextStep: null,
  nextOn: null,
  advised: [],
};

interface BulkDialogProps {
  filter: ApplicantFilter;
  total: number;
  onDone: () => void;
  onClose: () => void;
}

/** One thing for everybody the list shows: what, for how many, and then what became of each. */
export function BulkDialog({ filter, total, onDone, onClose }: BulkDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const today = useSession()?.school.today ?? '2000-01-01';
  // One key for one dialog: when an answer is lost on its way, sending again does nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const does = useRoleDoes();
  // To whom is chosen by the loads, which are about risk.
  const mayAssign = does('advisor.assign') && does('risk.view');
  const open = kinds.filter((each) => (each === 'assign' ? mayAssign : does('plan.write')));
  const form = useForm({
    kind: (open[0] ?? 'task') as Kind,
    advisor: '',
    reason: '',
    title: '',
    owner: 'advisor' as (typeof owners)[number],
    dueOn: addDays(today, daysAhead) as string,
    on: today as string,
    note: '',
  });
  const { field } = form;
  const [answer, setAnswer] = useState<BulkAnswer>();
  const count = countText(total);
  const send = async () => {
    const { kind, advisor, reason, title, owner, dueOn, on, note } = form.values;
    const whom = { filter, expected: total };
    if (kind === 'assign') {
      // One order with a reason in each record, not so many acts, and with a way of its own.
      const { assigned, unchanged } = await api.assignAdvisor(
        advisorAssignSchema.parse({ ...whom, advisor: advisor || undefined, reason }),
      );
      notify(t('caseload.form.done', { count: countText(assigned.length), unchanged: countText(unchanged.length) }), { type: 'info' });
      onDone();
      return;
    }
    const action =
      kind === 'task'
        ? { kind, task: { title, owner, ownerId: null, dueOn, remindOn: null, phase: null } }
        : { kind, meeting: { ...groupMeeting, on, note } };
    setAnswer(await api.doForAll(bulkRequestSchema.parse({ ...whom, action }), key));
  };
  if (answer) return <BulkResultDialog answer={answer} onClose={onDone} />;
  return (
    <FormDialog
      form={form}
      title={t('bulk.title', { smart_count: total, count })}
      text={t('bulk.text')}
      submit={t('bulk.submit', { smart_count: total, count })}
      onSubmit={send}
      onClose={onClose}
    >
      {total > mostBulk && (
        <Alert severity="warning" variant="outlined" sx={{ mb: '10px' }}>
          {t('bulk.tooMany', { most: countText(mostBulk) })}
        </Alert>
      )}
      <ChoiceField {...field('kind')} label={t('bulk.what')} of={open} text={(kind) => t(`bulk.kinds.${kind}`)} />
      {form.values.kind === 'assign' && (
        <>
          <AdvisorChoice {...field('advisor')} season={filter.season} />
          <ReasonField {...field('reason')} />
        </>
      )}
      {form.values.kind === 'task' && (
        <>
          <FormField {...field('title')} label={t('bulk.task.title')} longest={300} />
          <ChoiceField {...field('owner')} label={t('bulk.task.owner')} of={owners} text={(owner) => t(`bulk.owners.${owner}`)} />
          <DayField {...field('dueOn')} label={t('bulk.task.due')} min={today} />
        </>
      )}
      {form.values.kind === 'meeting' && (
        <>
          <DayField {...field('on')} label={t('bulk.meeting.on')} max={today} />
          <FormField {...field('note')} label={t('bulk.meeting.note')} rows={4} />
        </>
      )}
    </FormDialog>
  );
}
