import type { Day } from '@matchwatch/domain';
import { findPolicyValue } from '@matchwatch/risk-rules';
import { policyValueText, ruleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { ChipText } from '../applicants/reason-chips.js';
import { SourceTag } from '../applicants/source-tag.js';
import { useText } from '../i18n/use-text.js';
import { KeyVerdicts, type RuleVerdicts } from '../reviews/key-verdicts.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { InlineLink } from '../surface/text-link.js';
import { entryInForce, keyLabel, type ShownKey } from './policy-filter.js';

/** A value of a key as people read it. */
export function valueText(key: string, value: unknown): string {
  const topic = findPolicyValue(key);
  return topic ? policyValueText(topic, value) : JSON.stringify(value);
}

/** A decision of the school is called by its own words. */
const asSaid = (source: Source): Source =>
  source.id.startsWith(schoolPrefix) ? { ...source, label: source.id.slice(schoolPrefix.length), title: source.label } : source;
const schoolPrefix = 'school#';
type Source = ShownKey['values'][number]['sources'][number];

// Sources give no day of their own; the policy begins with this one.
const beginning: Day = '2010-01-01';

/** One number: its value, where it comes from, who changed it, and the rules that use it. */
export function PolicyKeyRow({ of, today, verdicts }: { of: ShownKey; today: Day; verdicts: readonly RuleVerdicts[] }) {
  const t = useText();
  const entry = entryInForce(of);
  const [open, setOpen] = useState(false);
  const standard = of.standard?.findLast(({ since }) => since <= today);
  // “Please confirm” says it already.
  const cited = (entry?.sources ?? []).filter(({ id }) => !(entry?.confirm && id === 'default')).map(asSaid);
  const dated = of.values.length > 1;
  const long = entry !== undefined && valueText(of.key, entry.value).length > 60;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: long ? 'minmax(0, 1fr) minmax(0, 1.2fr)' : 'minmax(0, 1fr) auto' },
        gap: '2px 20px',
        py: '10px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: '2px' },
      }}
    >
      <Box sx={{ fontWeight: 500, textWrap: 'pretty' }}>{keyLabel(of.key)}</Box>
      <Box sx={{ fontWeight: 650, textAlign: { sm: 'right' }, textWrap: 'pretty' }}>
        {entry ? valueText(of.key, entry.value) : t('policy.row.notYet')}
      </Box>
      <Box
        sx={{
          gridColumn: '1 / -1',
          display: 'flex',
          flexWrap: 'wrap',
          gap: '2px 12px',
          alignItems: 'baseline',
          fontSize: 13,
          color: 'var(--mute)',
        }}
      >
        {entry?.confirm && (
          <ChipText
            title={t('policy.row.confirmHelp')}
            sx={{ color: 'var(--watch-ink)', bgcolor: 'var(--watch-soft)', borderColor: 'transparent' }}
          >
            {t('policy.row.confirm')}
          </ChipText>
        )}
        {of.changed && (
          <span>
            <InlineLink to={`/policy/versions/${of.changed.versionId}`} title={of.changed.reason}>
              {t('policy.row.changedBy', { by: of.changed.by, version: of.changed.version })}
            </InlineLink>
            {standard && `, ${t('policy.row.standard', { value: valueText(of.key, standard.value) })}`}
          </span>
        )}
        {entry && entry.since > beginning && <span>{t('policy.row.since', { day: shortDay(entry.since, today) })}</span>}
        {cited.map((basis) => (
          <SourceTag key={basis.id} basis={basis} />
        ))}
        {of.rules.length > 0 || dated ? (
          <LinkButton type="button" aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`${linkText()}: ${keyLabel(of.key)}`}>
            {linkText()}
          </LinkButton>
        ) : (
          <span>{t('policy.row.noRules')}</span>
        )}
        <KeyVerdicts policyKey={of.key} label={keyLabel(of.key)} rules={of.rules} verdicts={verdicts} />
      </Box>
      {open && (
        <Box sx={{ gridColumn: '1 / -1', fontSize: 13, display: 'grid', gap: '6px', pt: '4px' }}>
          {of.rules.length > 0 && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px' }}>
              {of.rules.map((code) => (
                <ChipText key={code} title={code}>
                  {ruleLabel(code)}
                </ChipText>
              ))}
            </Box>
          )}
          {dated && (
            <Box component="ul" sx={{ m: 0, pl: '18px' }}>
              {of.values.map(({ since, value }) => (
                <li key={since}>
                  {since > beginning ? t('policy.row.since', { day: shortDay(since, today) }) : t('policy.row.always')}:{' '}
                  {valueText(of.key, value)}
                </li>
              ))}
            </Box>
          )}
          <Box component="code" sx={{ color: 'var(--mute)', fontSize: 12 }}>
            {of.key}
          </Box>
        </Box>
      )}
    </Box>
  );

  function linkText(): string {
    const parts = [
      of.rules.length > 0 && t('policy.row.rules', { smart_count: of.rules.length }),
      dated && t('policy.row.dates', { smart_count: of.values.length }),
    ];
    return parts.filter(Boolean).join(', ');
  }
}
