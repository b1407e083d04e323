import type { ApplicantRow } from '@matchwatch/contracts';
import { chip, missingLabel, sentence } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useText } from '../i18n/use-text.js';

export const ChipText = styled('span')({
  display: 'inline-block',
  border: '1px solid var(--line)',
  borderRadius: 7,
  padding: '1px 7px',
  fontSize: 12.5,
  lineHeight: 1.5,
  color: 'var(--mute)',
  maxWidth: '100%',
});

/** What set the level, in a few words each; or what must be known first. */
export function ReasonChips({ row, limit = 2 }: { row: ApplicantRow; limit?: number }) {
  const t = useText();
  if (row.riskLevel === 'not-assessable' && row.missing.length > 0)
    return (
      <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
        {t('reasons.needs', { facts: row.missing.map(missingLabel).join(', ') })}
      </Box>
    );
  if (row.reasons.length === 0) return null;
  const hidden = row.reasons.slice(limit);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px' }}>
      {row.reasons.slice(0, limit).map((reason) => (
        <ChipText key={`${reason.code}-${JSON.stringify(reason.evidence)}`} title={sentence(reason)}>
          {chip(reason)}
        </ChipText>
      ))}
      {hidden.length > 0 && (
        <ChipText
          title={hidden.map((reason) => sentence(reason)).join('\n')}
          aria-label={t('reasons.more', { smart_count: hidden.length })}
        >
          +{hidden.length}
        </ChipText>
      )}
    </Box>
  );
}
