import type { ApplicantDetail } from '@matchwatch/contracts';
import { strengthText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { ChipText } from './reason-chips.js';

/** What speaks for a person, beside what worries. */
export function StrengthsCard({ detail: { record, answer } }: { detail: ApplicantDetail }) {
  const t = useText();
  if (!answer) return null;
  return (
    <Card title={t('strengths.title', { name: record.name.preferred ?? record.name.given })}>
      {answer.strengths.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('strengths.none')}</Box>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
          {answer.strengths.map((strength) => (
            <ChipText
              key={strength.code}
              sx={{ color: 'var(--on-track-ink)', borderColor: 'transparent', bgcolor: 'var(--on-track-soft)' }}
            >
              {strengthText(strength)}
            </ChipText>
          ))}
        </Box>
      )}
    </Card>
  );
}
