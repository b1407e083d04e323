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
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { FormField } from '../surface/form/form-field.js';
import { type Field, useForm } from '../surface/form/use-form.js';

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
  const form = useForm({
    because: 'context' as Disagreement,
    until: addDays(mondayOf(today), 7) as string,
    to: '' as number | '',
    note: '',
  });
  const { field } = form;
  const { because, until, to, note } = form.values;
  const decision = () => {
    const said = note.trim() === '' ? {} : { note };
    switch (kind) {
      case 'disagree':
        return { kind, because, ...said };
      case 'snooze':
        return { kind, until, ...said };
      case 'assign':
        return { kind, to: to === '' ? null : to, ...said };
      case 'escalate':
        return { kind, to: to === '' ? undefined : to, ...said };
    }
  };
  const text = { disagree: 'disagreeText', snooze: 'snoozeText', assign: 'assignText', escalate: 'escalateText' } as const;
  return (
    <FormDialog
      form={form}
      title={t(`review.dialog.${kind}`, { smart_count: flags.length, count: flags.length, name })}
      text={t(`review.dialog.${text[kind]}`)}
      submit={reviewDecisionLabel(kind)}
      onSubmit={() => onDecide(reviewWriteSchema.parse({ decision: decision(), flags }))}
      onClose={onClose}
    >
      {kind === 'disagree' && <WhyField {...field('because')} />}
      {kind === 'snooze' && <UntilField {...field('until')} today={today} />}
      {(kind === 'assign' || kind === 'escalate') && <PersonField {...field('to')} applicantId={applicantId} kind={kind} />}
      <FormField
        {...field('note')}
        label={t(kind === 'disagree' && because === 'other' ? 'review.dialog.note' : 'review.dialog.noteOptional')}
        longest={500}
      />
    </FormDialog>
  );
}

function WhyField({ value, onChange }: Field<Disagreement>) {
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

function UntilField({ today, ...field }: Field<string> & { today: Day }) {
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
            variant={field.value === quick[each] ? 'contained' : 'outlined'}
            aria-pressed={field.value === quick[each]}
            onClick={() => field.onChange(quick[each])}
          >
            {t(`review.dialog.quick.${each}`)}
          </Button>
        ))}
      </Box>
      <DayField {...field} label={t('review.dialog.until')} min={addDays(today, 1)} max={addDays(today, longestSnoozeDays)} />
    </>
  );
}

const seniority = ['dean', 'lead-advisor', 'advisor'];
const bySeniority = (a: Reviewer, b: Reviewer) => seniority.indexOf(a.role) - seniority.indexOf(b.role) || a.name.localeCompare(b.name);

interface PersonFieldProps extends Field<number | ''> {
  applicantId: number;
  kind: 'assign' | 'escalate';
}

function PersonField({ applicantId, kind, ...field }: PersonFieldProps) {
  const t = useText();
  const api = useApi();
  const me = useSession()?.user.id;
  const { data = [] } = useQuery<Reviewer[]>({
    queryKey: ['reviewers', applicantId],
    queryFn: ({ signal }) => api.getReviewers(applicantId, signal),
    staleTime: 60_000,
  });
  const people = data.filter(({ id }) => kind === 'assign' || id !== me).toSorted(bySeniority);
  const lines = new Map(people.map(({ id, name, role }) => [id, `${name} · ${roleLabel(role)}`]));
  return (
    <ChoiceField
      {...field}
      autoFocus
      label={t('review.dialog.to')}
      {...(kind === 'assign' && { none: t('review.dialog.nobody') })}
      of={[...lines.keys()]}
      text={(id) => lines.get(id) ?? ''}
    />
  );
}
