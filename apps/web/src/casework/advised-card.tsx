import type { ApplicantDetail } from '@matchwatch/contracts';
import { goalStanding } from '@matchwatch/risk-rules';
import { changeText, interventionAnswerLabel, interventionLabel, measureText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { type AdvisedInMeeting, advisedOf } from './advised.js';
import { useCasework } from './use-casework.js';

/** What was advised, what the applicant said to it, and what the record shows now. */
export function AdvisedCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday();
  const { data } = useCasework(detail.id);
  const advised = data ? advisedOf(data) : [];
  if (advised.length === 0) return null;
  return (
    <Card title={t('advised.title')}>
      <Box component="ul" sx={plainList}>
        {advised.map((each) => (
          <Box
            component="li"
            key={`${each.meetingId} ${each.intervention}`}
            sx={{ display: 'flex', gap: '12px', py: '6px', '& + &': { borderTop: '1px solid var(--line)' } }}
          >
            <Box sx={{ color: 'var(--mute)', width: 62, flexShrink: 0, fontSize: 13 }}>{shortDay(each.on, today)}</Box>
            <Box sx={{ minWidth: 0 }}>
              <Box>
                <b>{interventionLabel(each.intervention)}</b> · {interventionAnswerLabel(each.answer).toLowerCase()}
                {each.why && <Box component="span" sx={{ color: 'var(--mute)' }}>{` (${each.why})`}</Box>}
              </Box>
              <Happened advised={each} detail={detail} />
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}

function Happened({ advised: { goal, dueOn }, detail: { record } }: { advised: AdvisedInMeeting; detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday();
  if (goal === null) return <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('advised.noGoal')}</Box>;
  const { reached, now } = goalStanding(record, goal);
  const isLate = reached === false && today !== undefined && dueOn !== null && dueOn < today;
  const standing =
    reached === null ? t('carePlan.goalUnknown') : reached ? t('carePlan.goalReached') : t('carePlan.goalNow', { now: measureText(now) });
  return (
    <Box sx={{ fontSize: 13 }}>
      {changeText(goal)}{' '}
      <Box component="span" sx={{ color: 'var(--mute)' }}>
        {dueOn && t(isLate ? 'carePlan.goalLate' : 'carePlan.goalBy', { day: shortDay(dueOn, today) })}
        {' · '}
        <Box
          component="span"
          sx={{ fontWeight: 600, color: reached ? 'var(--on-track-ink)' : isLate ? 'var(--at-risk-ink)' : 'var(--ink)' }}
        >
          {standing}
        </Box>
      </Box>
    </Box>
  );
}
