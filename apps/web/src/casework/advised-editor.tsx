import { type Day, type Intervention, interventionAnswers, interventionCodes, specialtyKeys, specialtyName } from '@matchwatch/domain';
import { interventionAnswerLabel, interventionLabel } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useText } from '../i18n/use-text.js';
import { targetFactOf } from './agreed-goal.js';
import type { AdvisedForm } from './meeting-form.js';

interface AdvisedEditorProps {
  value: readonly AdvisedForm[];
  /** What the open findings ask for, nearest first. */
  suggested: readonly Intervention[];
  onChange: (advised: AdvisedForm[]) => void;
  wrong: Readonly<Record<string, string>>;
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
          wrong={(field) => wrong[`advised.${at}.${field}`]}
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
        <TextField
          select
          size="small"
          margin="none"
          label={t('log.add')}
          value=""
          onChange={(event) => add(event.target.value as Intervention)}
          sx={{ width: 232 }}
        >
          {interventionCodes
            .filter((code) => !used.has(code))
            .map((code) => (
              <MenuItem key={code} value={code}>
                {interventionLabel(code)}
              </MenuItem>
            ))}
        </TextField>
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
      <ToggleButtonGroup
        exclusive
        size="small"
        value={answer}
        aria-label={t('log.answer', { what })}
        onChange={(_event, next: AdvisedForm['answer'] | null) => next && onChange({ answer: next })}
        sx={{ flexWrap: 'wrap' }}
      >
        {interventionAnswers.map((each) => (
          <ToggleButton key={each} value={each} sx={{ textTransform: 'none', py: '3px' }}>
            {interventionAnswerLabel(each)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
        {answer === 'agreed' && <TargetField intervention={intervention} value={target} onChange={(next) => onChange({ target: next })} />}
        {answer !== 'declined' && answer !== 'open' && (
          <TextField
            type="date"
            label={t(answer === 'deferred' ? 'log.untilDay' : 'log.byDay')}
            value={dueOn ?? ''}
            onChange={(event) => onChange({ dueOn: (event.target.value || null) as Day | null })}
            error={wrong('dueOn') !== undefined}
            helperText={wrong('dueOn')}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { 'aria-label': t('log.dayOf', { what }) } }}
            sx={{ width: 165 }}
          />
        )}
        <TextField
          label={t('log.why')}
          value={why}
          onChange={(event) => onChange({ why: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500, 'aria-label': t('log.whyOf', { what }) } }}
          sx={{ flex: '1 1 180px' }}
        />
      </Box>
    </Box>
  );
}

function TargetField({ intervention, value, onChange }: { intervention: Intervention; value: string; onChange: (value: string) => void }) {
  const t = useText();
  const fact = targetFactOf(intervention);
  if (fact === undefined) return null;
  const label = t(`log.targets.${fact}`);
  if (fact === 'plan.backups' || fact === 'plan.primary') {
    return (
      <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value)} sx={{ width: 220 }}>
        {specialtyKeys.map((key) => (
          <MenuItem key={key} value={key}>
            {specialtyName(key)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const isDate = fact === 'exam.booking';
  return (
    <TextField
      type={isDate ? 'date' : 'text'}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ ...(isDate && { inputLabel: { shrink: true } }), htmlInput: isDate ? {} : { inputMode: 'numeric', maxLength: 4 } }}
      sx={{ width: isDate ? 165 : 110 }}
    />
  );
}
