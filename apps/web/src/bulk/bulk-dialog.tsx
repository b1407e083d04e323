import {
  type ApplicantFilter,
  advisorAssignSchema,
  type BulkAnswer,
  type BulkRequest,
  bulkRequestSchema,
  mostBulk,
} from '@matchwatch/contracts';
import { addDays } from '@matchwatch/domain';
import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { AssignFields } from '../caseload/assign-fields.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { countText } from '../surface/day-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { BulkResultDialog } from './bulk-result-dialog.js';

const kinds = ['task', 'meeting', 'assign'] as const;
type Kind = (typeof kinds)[number];
const owners = ['applicant', 'advisor', 'dean'] as const;
const daysAhead = 14;

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
  const [kind, setKind] = useState<Kind>(open[0] ?? 'task');
  const [advisor, setAdvisor] = useState('');
  const [reason, setReason] = useState('');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<(typeof owners)[number]>('advisor');
  const [dueOn, setDueOn] = useState<string>(addDays(today, daysAhead));
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState('');
  const [answer, setAnswer] = useState<BulkAnswer>();
  const meeting = {
    state: 'held',
    kind: 'group',
    on,
    at: null,
    minutes: null,
    staffIds: [],
    others: [],
    topics: [],
    note,
    restricted: false,
  };
  const action = () =>
    kind === 'task'
      ? { kind, task: { title, owner, ownerId: null, dueOn, remindOn: null, phase: null } }
      : { kind, meeting: { ...meeting, nextStep: null, nextOn: null, advised: [] } };
  const body = () => ({ filter, expected: total, action: action() });
  // Assigning is one order with a reason in each record, not so many acts, and has a way of its own.
  const order = () => ({ advisor: advisor === '' ? undefined : advisor, reason, filter, expected: total });
  const assign = async () => {
    const { assigned, unchanged } = await api.assignAdvisor(advisorAssignSchema.parse(order()));
    notify(t('caseload.form.done', { count: countText(assigned.length), unchanged: countText(unchanged.length) }), { type: 'info' });
    onDone();
  };
  if (answer) return <BulkResultDialog answer={answer} onClose={onDone} />;
  const count = countText(total);
  return (
    <FormDialog
      title={t('bulk.title', { smart_count: total, count })}
      text={t('bulk.text')}
      submit={t('bulk.submit', { smart_count: total, count })}
      check={() => (kind === 'assign' ? advisorAssignSchema.safeParse(order()) : bulkRequestSchema.safeParse(body()))}
      onSubmit={async () => {
        if (kind === 'assign') await assign();
        else setAnswer(await api.doForAll(bulkRequestSchema.parse(body()) satisfies BulkRequest, key));
      }}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {total > mostBulk && (
            <Alert severity="warning" variant="outlined" sx={{ mb: '10px' }}>
              {t('bulk.tooMany', { most: countText(mostBulk) })}
            </Alert>
          )}
          <TextField select label={t('bulk.what')} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {open.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`bulk.kinds.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          {kind === 'assign' ? (
            <AssignFields
              season={filter.season}
              advisor={advisor}
              onAdvisor={setAdvisor}
              reason={reason}
              onReason={setReason}
              wrong={wrong}
            />
          ) : kind === 'task' ? (
            <>
              <TextField
                label={t('bulk.task.title')}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                error={wrong['action.task.title'] !== undefined}
                helperText={wrong['action.task.title']}
                slotProps={{ htmlInput: { maxLength: 300 } }}
              />
              <TextField
                select
                label={t('bulk.task.owner')}
                value={owner}
                onChange={(event) => setOwner(event.target.value as (typeof owners)[number])}
              >
                {owners.map((each) => (
                  <MenuItem key={each} value={each}>
                    {t(`bulk.owners.${each}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                type="date"
                label={t('bulk.task.due')}
                value={dueOn}
                onChange={(event) => setDueOn(event.target.value)}
                error={wrong['action.task.dueOn'] !== undefined}
                helperText={wrong['action.task.dueOn']}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
              />
            </>
          ) : (
            <>
              <TextField
                type="date"
                label={t('bulk.meeting.on')}
                value={on}
                onChange={(event) => setOn(event.target.value)}
                error={wrong['action.meeting.on'] !== undefined}
                helperText={wrong['action.meeting.on']}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
              />
              <TextField
                multiline
                minRows={4}
                label={t('bulk.meeting.note')}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                error={wrong['action.meeting.note'] !== undefined}
                helperText={wrong['action.meeting.note']}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
