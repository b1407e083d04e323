import type { QueuedApplicant } from '@matchwatch/contracts';
import { findingLevelLabel, seasonMarkText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';

const factor = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** What makes an applicant's review urgent: three parts, each with what it rests on and what it weighs. */
export function UrgencyParts({ row: { urgency, level, dueOn, dueFrom, since } }: { row: QueuedApplicant }) {
  const t = useText();
  const today = useToday();
  const what = dueFrom === null || dueFrom === 'advice' ? t('queue.urgency.due') : seasonMarkText(dueFrom);
  const day =
    dueOn === null
      ? t('queue.urgency.none')
      : t(today !== undefined && dueOn < today ? 'queue.urgency.gone' : 'queue.urgency.on', { what, day: shortDay(dueOn, today) });
  const parts = [
    ['level', findingLevelLabel(level), urgency.level],
    ['nearness', day, urgency.nearness],
    ['age', since === today ? t('queue.urgency.today') : t('queue.urgency.since', { day: shortDay(since, today) }), urgency.age],
  ] as const;
  return (
    <Box
      component="dl"
      aria-label={t('queue.urgency.label', {
        total: factor(urgency.total),
        level: factor(urgency.level),
        nearness: factor(urgency.nearness),
        age: factor(urgency.age),
      })}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 18px', m: 0, fontSize: 13, color: 'var(--mute)' }}
    >
      {parts.map(([part, text, weight]) => (
        <Box key={part} sx={{ minWidth: 0, '& dt, & dd': { display: 'inline' } }}>
          <dt>{t(`queue.urgency.${part}`)}</dt>{' '}
          <Box component="dd" sx={{ m: 0, color: 'var(--ink)' }}>
            {text}{' '}
            <Box component="span" sx={{ color: 'var(--mute)' }}>
              ×{factor(weight)}
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
