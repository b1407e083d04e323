import {
  type Day,
  type Intervention,
  interventionAnswers,
  interventionCodes,
  type SpecialtyKey,
  specialtyKeys,
  specialtyName,
} from '@matchwatch/domain';
import { interventionAnswerLabel, interventionLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormField } from '../surface/form/form-field.js';
import { ToggleField } from '../surface/form/toggle-field.js';
import type { Field } from '../surface/form/use-form.js';
import { targetFactOf } from './agreed-goal.js';
import type { AdvisedForm } from './meeting-form.js';

interface AdvisedEditorProps {
  value: readonly AdvisedForm[];
  /** What the open findings ask for, nearest first. */
  suggested: readonly Intervention[];
  onChange: (advised: AdvisedForm[]) => void;
  wrong: (at: string) => string | undefined;
}

/** What was advised, each with the answer, the day and, where the record can show it, what was agreed. */
export function AdvisedEditor({ value, suggested, onChange, wrong }: AdvisedEditorProps) {
  const t = useText();
  const used = new Set(value.map(({ intervention }) => intervention));
  const add = (intervention: Intervention) => onChange([...value, { intervention, answer: 'agreed', why: '', target: '', dueOn: null }]);
  const set = (at: number, change: Partial<AdvisedForm>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...change } : each)));
  const offered = suggested.filter((each) => !used.has(each)).slice(0, 6);
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: '10px 0 0', minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 600, fontSize: 13.5, p: 0 }}>
        {t('log.advised')}
      </Box>
      {value.map((each, at) => (
        <AdvisedRow
          key={each.intervention}
          value={each}
          wrong={(field) => wrong(`advised.${at}.${field}`)}
          onChange={(change) => set(at, change)}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center', mt: '8px' }}>
        {offered.map((intervention) => (
          <Chip
            key={intervention}
            variant="outlined"
            label={`+ ${interventionLabel(intervention)}`}
            onClick={() => add(intervention)}
            sx={{ borderRadius: '9px' }}
          />
        ))}
        <ChoiceField
          margin="none"
          label={t('log.add')}
          of={interventionCodes.filter((code) => !used.has(code))}
          text={interventionLabel}
          value={'' as Intervention | ''}
          onChange={(intervention) => intervention !== '' && add(intervention)}
          sx={{ width: 232 }}
        />
      </Box>
      <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '4px' }}>{t('log.advisedHelp')}</Box>
    </Box>
  );
}

interface AdvisedRowProps {
  value: AdvisedForm;
  wrong: (field: string) => string | undefined;
  onChange: (change: Partial<AdvisedForm>) => void;
  onRemove: () => void;
}

function AdvisedRow({ value: { intervention, answer, why, target, dueOn }, wrong, onChange, onRemove }: AdvisedRowProps) {
  const t = useText();
  const what = interventionLabel(intervention);
  return (
    <Box sx={{ border: '1px solid var(--line)', borderRadius: '10px', p: '8px 12px', mt: '8px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Box sx={{ fontWeight: 600 }}>{what}</Box>
        <IconButton size="small" onClick={onRemove} aria-label={`${t('casework.remove')}: ${what}`}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <ToggleField
        label={t('log.answer', { what })}
        of={interventionAnswers}
        text={interventionAnswerLabel}
        value={answer}
        onChange={(next) => onChange({ answer: next })}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
        {answer === 'agreed' && (
          <TargetField intervention={intervention} value={target} wrong={wrong('goal')} onChange={(next) => onChange({ target: next })} />
        )}
        {answer !== 'declined' && answer !== 'open' && (
          <DayField
            label={t(answer === 'deferred' ? 'log.untilDay' : 'log.byDay')}
            value={dueOn ?? ''}
            wrong={wrong('dueOn')}
            onChange={(day) => onChange({ dueOn: (day || null) as Day | null })}
            html={{ 'aria-label': t('log.dayOf', { what }) }}
            sx={{ width: 165 }}
          />
        )}
        <FormField
          label={t('log.why')}
          value={why}
          wrong={wrong('why')}
          onChange={(next) => onChange({ why: next })}
          longest={500}
          html={{ 'aria-label': t('log.whyOf', { what }) }}
          sx={{ flex: '1 1 180px' }}
        />
      </Box>
    </Box>
  );
}

interface TargetFieldProps extends Field<string> {
  intervention: Intervention;
}

function TargetField({ intervention, ...field }: TargetFieldProps) {
  const t = useText();
  const fact = targetFactOf(intervention);
  if (fact === undefined) return null;
  const label = t(`log.targets.${fact}`);
  if (fact === 'plan.backups' || fact === 'plan.primary')
    return (
      <ChoiceField {...field} label={label} of={specialtyKeys} text={(key) => specialtyName(key as SpecialtyKey)} sx={{ width: 220 }} />
    );
  if (fact === 'exam.booking') return <DayField {...field} label={label} sx={{ width: 165 }} />;
  return <FormField {...field} label={label} longest={4} html={{ inputMode: 'numeric' }} sx={{ width: 110 }} />;
}
