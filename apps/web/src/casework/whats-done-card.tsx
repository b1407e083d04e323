import type { ApplicantDetail } from '@matchwatch/contracts';
import { planStateLabel } from '@matchwatch/words';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { Fact, FactList } from '../surface/fact-list.js';
import { InlineLink } from '../surface/text-link.js';
import { useLogMeeting } from './log-meeting.js';
import { useCasework } from './use-casework.js';

/** In short, what the school does for the applicant: last meeting, plan, next due; and the way to all of it. */
export function WhatsDoneCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const today = useToday();
  const log = useLogMeeting();
  const { data } = useCasework(detail.id);
  const held = data?.meetings.find(({ state }) => state === 'held');
  const planned = data?.meetings.filter(({ state }) => state === 'planned').at(-1);
  const plan = data?.plans.find(({ state }) => state !== 'closed');
  const next = data?.tasks.find(({ state, planId }) => state === 'open' && !(plan?.state === 'draft' && planId === plan.id));
  const rows = [
    [t('doneCard.lastMeeting'), held ? shortDay(held.on, today) : t('doneCard.never')],
    ...(planned ? [[t('doneCard.nextMeeting'), shortDay(planned.on, today)]] : []),
    [t('doneCard.plan'), plan ? planStateLabel(plan.state).toLowerCase() : t('doneCard.noPlan')],
    [t('doneCard.nextTask'), next ? `${next.title}, ${shortDay(next.dueOn, today)}` : t('doneCard.nothing')],
  ] as const;
  return (
    <Card title={t('doneCard.title')} action={<InlineLink to={`${applicantLink(detail.id)}?tab=casework`}>{t('doneCard.all')}</InlineLink>}>
      {!data ? (
        <Skeleton height={70} />
      ) : (
        <FactList account>
          {rows.map(([label, value]) => (
            <Fact key={label} name={label}>
              {value}
            </Fact>
          ))}
        </FactList>
      )}
      {log && detail.may.includes('meeting.write') && (
        <Button variant="outlined" size="small" onClick={() => log({ applicantId: detail.id })} aria-keyshortcuts="M" sx={{ mt: '8px' }}>
          {t('casework.log')}
        </Button>
      )}
    </Card>
  );
}
