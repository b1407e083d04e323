import type { ApplicantDetail } from '@matchwatch/contracts';
import { type ComponentRating, type Day, fileComponents, type OtherReading, specialtyName } from '@matchwatch/domain';
import { type Policy, readWholeFile } from '@matchwatch/risk-rules';
import { componentRatingLabel, fileComponentLabel, filePositionText, otherGroupText, researchAmountText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';

interface WholeFileCardProps {
  detail: ApplicantDetail;
  policy: Policy;
  today: Day;
}

const inkOf: Readonly<Record<ComponentRating, string>> = { strong: 'var(--on-track-ink)', neutral: 'var(--ink)', weak: 'var(--watch-ink)' };

/** Where the file stands, how its parts rate beside the scores, and how another article reads the specialties. */
export function WholeFileCard({ detail: { record }, policy, today }: WholeFileCardProps) {
  const t = useText();
  const file = useMemo(() => readWholeFile(record, policy, today), [record, policy, today]);
  return (
    <Card title={t('file.title')}>
      <Box sx={{ mb: '8px', textWrap: 'pretty' }}>
        {file.position === null ? t('file.unknownPosition') : filePositionText(file.position)}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {fileComponents.map((component) => {
          const rating = file.components[component];
          const research = component === 'research' && file.research !== null ? researchAmountText(file.research) : undefined;
          return (
            <Box key={component} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: '4px' }}>
              <Box component="dt">
                {fileComponentLabel(component)}
                {research && <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{` (${research})`}</Box>}
              </Box>
              <Box component="dd" sx={{ m: 0, fontWeight: 500, color: rating === null ? 'var(--mute)' : inkOf[rating] }}>
                {componentRatingLabel(rating)}
              </Box>
            </Box>
          );
        })}
      </Box>
      {file.otherReadings.length > 0 && (
        <Box sx={{ borderTop: '1px solid var(--line)', mt: '8px', pt: '10px' }}>
          <Box sx={{ fontSize: 13, fontWeight: 600 }}>{t('file.otherTitle')}</Box>
          {file.otherReadings.map((reading) => (
            <Box key={reading.specialty} sx={{ color: 'var(--mute)', fontSize: 13, textWrap: 'pretty' }}>
              <Reading reading={reading} />
            </Box>
          ))}
        </Box>
      )}
    </Card>
  );
}

function Reading({ reading: { specialty, group, low, gap } }: { reading: OtherReading }) {
  const t = useText();
  const text = t('file.other', { specialty: specialtyName(specialty), group: otherGroupText(group), low });
  if (gap === null) return `${text}.`;
  return `${text}: ${gap > 0 ? t('file.otherGap', { smart_count: gap }) : t('file.otherIn')}.`;
}
