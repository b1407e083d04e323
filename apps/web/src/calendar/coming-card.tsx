import type { ApplicantCalendar, ApplicantDetail } from '@matchwatch/contracts';
import { type Day, daysBetween } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseworkKey } from '../casework/use-casework.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { InlineLink } from '../surface/text-link.js';
import { applicantItems, type ItemDay } from './applicant-items.js';
import { ItemLine } from './item-line.js';

const shownAtFirst = 6;

/** What is coming for one applicant: exams, meetings, what is due, and the days of the season; what has gone by on request. */
export function ComingCard({ detail: { id, version } }: { detail: ApplicantDetail }) {
  const t = useText();
  const api = useApi();
  const [isWhole, setWhole] = useState(false);
  const [withPast, setWithPast] = useState(false);
  const { data } = useQuery<ApplicantCalendar>({
    queryKey: [...caseworkKey(id), 'calendar', version],
    queryFn: ({ signal }) => api.getApplicantCalendar(id, signal),
  });
  if (!data)
    return (
      <Card title={t('coming.title')}>
        <Skeleton height={70} />
      </Card>
    );
  const { open, coming, past } = applicantItems(id, data, t);
  const shown = isWhole ? coming : coming.slice(0, shownAtFirst);
  const pastCount = past.reduce((sum, [, items]) => sum + items.length, 0);
  return (
    <Card title={t('coming.title')} action={<InlineLink to="/calendar">{t('coming.all')}</InlineLink>}>
      {open.length > 0 && (
        <>
          <Box component="h3" sx={{ m: 0, fontSize: 13, fontWeight: 600 }}>
            {t('coming.open')}
          </Box>
          <Days days={open} today={data.today} />
        </>
      )}
      {coming.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('coming.none')}</Box>
      ) : (
        <>
          {open.length > 0 && (
            <Box component="h3" sx={{ m: '12px 0 0', fontSize: 13, fontWeight: 600 }}>
              {t('coming.ahead')}
            </Box>
          )}
          <Days days={shown} today={data.today} />
        </>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', mt: '10px' }}>
        {coming.length > shown.length && (
          <LinkButton type="button" onClick={() => setWhole(true)}>
            {t('coming.more', { smart_count: coming.length - shown.length })}
          </LinkButton>
        )}
        {pastCount > 0 && (
          <LinkButton type="button" aria-expanded={withPast} onClick={() => setWithPast(!withPast)}>
            {withPast ? t('coming.lessPast') : t('coming.past', { smart_count: pastCount })}
          </LinkButton>
        )}
      </Box>
      {withPast && <Days days={past} today={data.today} />}
    </Card>
  );
}

function Days({ days, today }: { days: readonly ItemDay[]; today: Day }) {
  const t = useText();
  const away = (on: Day): string => {
    const days = daysBetween(today, on);
    return days === 0 ? t('coming.today') : days > 0 ? t('coming.in', { smart_count: days }) : t('coming.ago', { smart_count: -days });
  };
  return (
    <Box component="ul" sx={plainList}>
      {days.map(([on, items]) => (
        <Box
          component="li"
          key={on}
          sx={{
            display: 'grid',
            gridTemplateColumns: '92px minmax(0, 1fr)',
            gap: '10px',
            py: '7px',
            ...ruled,
          }}
        >
          <Box component="time" dateTime={on} sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {shortDay(on, today)}
            <Box component="span" sx={{ display: 'block', color: 'var(--mute)', fontSize: 12.5 }}>
              {away(on)}
            </Box>
          </Box>
          {/* Here it is theirs that counts. */}
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', '& a': { color: 'var(--ink)' } }}>
            {items.map((item) => (
              <ItemLine key={item.id} item={item} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
