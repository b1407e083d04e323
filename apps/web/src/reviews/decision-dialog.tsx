import { type Reviewer, type ReviewWrite, reviewWriteSchema } from '@matchwatch/contracts';
import {
  addDays,
  type Day,
  type Disagreement,
  disagreements,
  longestSnoozeDays,
  mondayOf,
  type ReviewDecisionKind,
} from '@matchwatch/domain';
import { disagreementLabel, reviewDecisionLabel, roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { DayField } from '../surface/day-field.js';
import { FormDialog } from '../surface/form-dialog.js';

/** Decisions that need more than a word. */
export type AskedKind = Exclude<ReviewDecisionKind, 'agree' | 'reopen'>;

interface DecisionDialogProps {
  kind: AskedKind;
  today: Day;
  applicantId: number;
  name: string;
  flags: ReviewWrite['flags'];
  onDecide: (write: ReviewWrite) => Promise<void>;
  onClose: () => void;
}

/** Asks for what a decision needs: why, until when, or to whom. */
export function DecisionDialog({ kind, today, applicantId, name, flags, onDecide, onClose }: DecisionDialogProps) {
  const t = useText();
  const [because, setBecause] = useState<Disagreement>('context');
  const [until, setUntil] = useState<Day>(addDays(mondayOf(today), 7));
  const [to, setTo] = useState<number | null>();
  const [note, setNote] = useState('');
  const said = note.trim() === '' ? {} : { note };
  const decision = () => {
    switch (kind) {
      case 'disagree':
        return { kind, because, ...said };
      case 'snooze':
        return { kind, until, ...said };
      case 'assign':
        return { kind, to: to ?? null, ...said };
      case 'escalate':
        return { kind, to, ...said };
    }
  };
  const body = () => ({ decision: decision(), flags });
  const text = { disagree: 'disagreeText', snooze: 'snoozeText', assign: 'assignText', escalate: 'escalateText' } as const;
  return (
    <FormDialog
      title={t(`review.dialog.${kind}`, { smart_count: flags.length, count: flags.length, name })}
      text={t(`review.dialog.${text[kind]}`)}
      submit={reviewDecisionLabel(kind)}
      check={() => reviewWriteSchema.safeParse(body())}
      onSubmit={() => onDecide(reviewWriteSchema.parse(body()))}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {kind === 'disagree' && <WhyField value={because} onChange={setBecause} />}
          {kind === 'snooze' && <UntilField value={until} today={today} wrong={wrong['decision.until']} onChange={setUntil} />}
          {(kind === 'assign' || kind === 'escalate') && (
            <PersonField applicantId={applicantId} kind={kind} value={to} wrong={wrong['decision.to']} onChange={setTo} />
          )}
          <TextField
            label={t(kind === 'disagree' && because === 'other' ? 'review.dialog.note' : 'review.dialog.noteOptional')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            error={wrong['decision.note'] !== undefined}
            helperText={wrong['decision.note']}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

function WhyField({ value, onChange }: { value: Disagreement; onChange: (because: Disagreement) => void }) {
  const t = useText();
  const id = useId();
  return (
    <Box sx={{ mb: '8px' }}>
      <FormLabel id={id}>{t('review.dialog.why')}</FormLabel>
      <RadioGroup aria-labelledby={id} value={value} onChange={(event) => onChange(event.target.value as Disagreement)}>
        {disagreements.map((each, at) => (
          <FormControlLabel
            key={each}
            value={each}
            // Where the keys are: the arrows choose, Enter sends.
            control={<Radio size="small" autoFocus={at === disagreements.indexOf(value)} />}
            label={disagreementLabel(each)}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}

function UntilField({
  value,
  today,
  wrong,
  onChange,
}: {
  value: Day;
  today: Day;
  wrong: string | undefined;
  onChange: (day: Day) => void;
}) {
  const t = useText();
  const quick = { week: addDays(mondayOf(today), 7), fortnight: addDays(today, 14), month: addDays(today, 28) } as const;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mb: '6px' }}>
        {(Object.keys(quick) as (keyof typeof quick)[]).map((each, at) => (
          <Button
            key={each}
            size="small"
            autoFocus={at === 0}
            variant={value === quick[each] ? 'contained' : 'outlined'}
            aria-pressed={value === quick[each]}
            onClick={() => onChange(quick[each])}
          >
            {t(`review.dialog.quick.${each}`)}
          </Button>
        ))}
      </Box>
      <DayField
        label={t('review.dialog.until')}
        value={value}
        min={addDays(today, 1)}
        max={addDays(today, longestSnoozeDays)}
        error={wrong !== undefined}
        onChange={onChange}
      />
      {wrong && <Box sx={{ color: 'var(--high-risk-ink)', fontSize: 13 }}>{wrong}</Box>}
    </>
  );
}

const seniority = ['dean', 'lead-advisor', 'advisor'];
const bySeniority = (a: Reviewer, b: Reviewer) => seniority.indexOf(a.role) - seniority.indexOf(b.role) || a.name.localeCompare(b.name);
const nobody = '';

function PersonField({
  applicantId,
  kind,
  value,
  wrong,
  onChange,
}: {
  applicantId: number;
  kind: 'assign' | 'escalate';
  value: number | null | undefined;
  wrong: string | undefined;
  onChange: (person: number | null) => void;
}) {
  const t = useText();
  const api = useApi();
  const me = useSession()?.user.id;
  const { data = [] } = useQuery<Reviewer[]>({
    queryKey: ['reviewers', applicantId],
    queryFn: ({ signal }) => api.getReviewers(applicantId, signal),
    staleTime: 60_000,
  });
  const people = data.filter(({ id }) => kind === 'assign' || id !== me).toSorted(bySeniority);
  return (
    <TextField
      select
      autoFocus
      label={t('review.dialog.to')}
      value={value ?? nobody}
      onChange={(event) => onChange(event.target.value === nobody ? null : Number(event.target.value))}
      error={wrong !== undefined}
      helperText={wrong}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {kind === 'assign' ? <MenuItem value={nobody}>{t('review.dialog.nobody')}</MenuItem> : <MenuItem value={nobody} disabled />}
      {people.map(({ id, name, role }) => (
        <MenuItem key={id} value={id}>
          {name} · {roleLabel(role)}
        </MenuItem>
      ))}
    </TextField>
  );
}
