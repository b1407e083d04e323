import { addDays, type Day, type PolicyChanges, type PolicyEntry, type PolicyFault, type PolicyNotice } from '@matchwatch/domain';
import { findPolicyValue } from '@matchwatch/risk-rules';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { LiveDayField } from '../surface/form/live-day-field.js';
import { LinkButton } from '../surface/link-button.js';
import { daysOf, movedDay, withoutDay } from './draft-content.js';
import { fieldId, NoticeList } from './notice-list.js';
import { entryInForce, keyLabel, type ShownKey } from './policy-filter.js';
import { valueText } from './policy-key-row.js';
import { type KnownSources, SourceInput } from './source-input.js';
import { ValueInput } from './value-input.js';

type Dates = PolicyChanges[string];

interface KeyEditorProps {
  policyKey: string;
  dates: Dates;
  /** The key as it is in force; undefined for one that has nothing yet. */
  shown: ShownKey | undefined;
  effectiveOn: Day;
  faults: readonly PolicyFault[];
  notices: readonly PolicyNotice[];
  known: KnownSources;
  onChange: (dates: Dates | undefined) => void;
}

/** One number of a draft: its dated values with their sources, and what lint says of them. */
export function KeyEditor({ policyKey: key, dates, shown, effectiveOn, faults, notices, known, onChange }: KeyEditorProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const now = shown && entryInForce(shown);
  const days = daysOf(dates);
  // What held before the draft and still does is history: kept, and out of the way.
  const isHistory = (day: Day) => day < effectiveOn && shown?.values.some(({ since }) => since === day) === true;
  const earlier = all ? [] : days.filter(isHistory);
  const edited = days.filter((day) => !earlier.includes(day));
  const later = () => {
    const last = days.at(-1) ?? effectiveOn;
    const next = addDays(last, 1) > effectiveOn ? addDays(last, 1) : effectiveOn;
    onChange({ ...dates, [next]: { value: dates[last]?.value ?? null, sources: [] } });
  };
  return (
    <Box
      component="li"
      id={fieldId(key)}
      tabIndex={-1}
      aria-label={keyLabel(key)}
      sx={{ py: '16px', scrollMarginTop: '80px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '2px' } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px', alignItems: 'baseline' }}>
        <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 650 }}>
          {keyLabel(key)}
        </Box>
        <LinkButton type="button" onClick={() => onChange(undefined)} aria-label={t('policy.version.takeOutLabel', { key: keyLabel(key) })}>
          {t('policy.version.takeOut')}
        </LinkButton>
      </Box>
      <Box sx={{ fontSize: 13, color: 'var(--mute)', mb: '6px' }}>
        {now ? t('policy.version.now', { value: valueText(key, now.value) }) : t('policy.version.nothingNow')}
        {' · '}
        <Box component="code" sx={{ fontSize: 12 }}>
          {key}
        </Box>
      </Box>
      {earlier.length > 0 && (
        <Box sx={{ fontSize: 13, color: 'var(--mute)', mb: '4px' }}>
          {t('policy.version.earlier', { smart_count: earlier.length })}{' '}
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('policy.version.showEarlier')}
          </LinkButton>
        </Box>
      )}
      {edited.map((since) => (
        <EntryEditor
          // A day that is being typed must keep its field: the place among the values names it.
          key={`${days.length}-${days.indexOf(since)}`}
          policyKey={key}
          since={since}
          entry={dates[since] as PolicyEntry}
          faults={faults.filter(({ path }) => path.startsWith(`${key}.${since}`))}
          known={known}
          onMove={(to) => onChange(movedDay(dates, since, to))}
          onChange={(entry) => onChange({ ...dates, [since]: entry })}
          onRemove={days.length > 1 ? () => onChange(withoutDay(dates, since)) : undefined}
        />
      ))}
      {faults
        .filter(({ path }) => path === key)
        .map(({ reason }) => (
          <Fault key={reason} reason={reason} />
        ))}
      {notices.length > 0 && (
        <Box sx={{ my: '8px' }}>
          <NoticeList notices={notices} />
        </Box>
      )}
      <LinkButton type="button" onClick={later}>
        {t('policy.version.later')}
      </LinkButton>
    </Box>
  );
}

const Fault = ({ reason }: { reason: string }) => (
  <Box role="alert" sx={{ color: 'var(--high-risk-ink)', fontSize: 13 }}>
    {reason}
  </Box>
);

interface EntryEditorProps {
  policyKey: string;
  since: Day;
  entry: PolicyEntry;
  faults: readonly PolicyFault[];
  known: KnownSources;
  onMove: (to: Day) => void;
  onChange: (entry: PolicyEntry) => void;
  onRemove: (() => void) | undefined;
}

function EntryEditor({ policyKey, since, entry, faults, known, onMove, onChange, onRemove }: EntryEditorProps) {
  const t = useText();
  const kind = findPolicyValue(policyKey)?.kind;
  const ofValue = faults.filter(({ path }) => path.includes('.value'));
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '0 12px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: '150px minmax(0, 1fr) minmax(0, 1.5fr) auto' },
        alignItems: 'start',
        '& > :nth-of-type(2), & > :nth-of-type(3)': { gridColumn: { xs: '1 / -1', md: 'auto' } },
      }}
    >
      <LiveDayField label={t('policy.version.from')} value={since} onChange={onMove} />
      <Box sx={{ minWidth: 0 }}>
        {kind && (
          <ValueInput
            kind={kind}
            label={t('policy.version.value')}
            value={entry.value}
            error={ofValue.length > 0}
            onChange={(value) => onChange({ ...entry, value })}
          />
        )}
        {ofValue.map(({ reason }) => (
          <Fault key={reason} reason={reason} />
        ))}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <SourceInput
          sources={entry.sources}
          known={known}
          error={entry.sources.length === 0 || faults.some(({ path }) => path.endsWith('.sources'))}
          onChange={(sources) => onChange({ ...entry, sources })}
        />
        <FormControlLabel
          sx={{ ml: '-6px', '& .MuiFormControlLabel-label': { fontSize: 13 } }}
          control={
            <Checkbox
              size="small"
              checked={entry.confirm === true}
              onChange={(_event, confirm) =>
                onChange({ value: entry.value, sources: entry.sources, ...(confirm ? { confirm: true as const } : {}) })
              }
            />
          }
          label={t('policy.version.confirm')}
        />
      </Box>
      <Box sx={{ gridRow: { xs: 1, md: 'auto' }, gridColumn: { xs: 2, md: 'auto' } }}>
        {onRemove && (
          <IconButton onClick={onRemove} aria-label={t('policy.version.removeValue', { day: shortDay(since) })} sx={{ mt: '8px' }}>
            <CloseIcon sx={{ fontSize: 18 }} />
          </IconButton>
        )}
      </Box>
    </Box>
  );
}
