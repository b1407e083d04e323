import type { ApplicantDetail, Plan } from '@matchwatch/contracts';
import { goalStanding } from '@matchwatch/risk-rules';
import { changeText, measureText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';

/** Facts that the plan sets out to change, with where the record stands now. */
export function PlanGoals({ plan: { goals }, detail: { record } }: { plan: Plan; detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday();
  if (goals.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: '14px' }}>
      <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
        {t('carePlan.goals')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {goals.map(({ change, dueOn }) => {
          const { reached, now } = goalStanding(record, change);
          const isLate = reached === false && today !== undefined && dueOn < today;
          return (
            <li key={JSON.stringify(change)}>
              {changeText(change)}{' '}
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {t(isLate ? 'carePlan.goalLate' : 'carePlan.goalBy', { day: shortDay(dueOn, today) })}
                {' · '}
                <Box
                  component="span"
                  sx={{ fontWeight: 600, color: reached ? 'var(--on-track-ink)' : isLate ? 'var(--at-risk-ink)' : 'var(--ink)' }}
                >
                  {reached === null
                    ? t('carePlan.goalUnknown')
                    : reached
                      ? t('carePlan.goalReached')
                      : t('carePlan.goalNow', { now: measureText(now) })}
                </Box>
              </Box>
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
