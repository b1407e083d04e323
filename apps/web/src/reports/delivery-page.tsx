import type { DeliveryFilter, ReportMailing } from '@matchwatch/contracts';
import { isDay, mailedReports } from '@matchwatch/domain';
import { mailedReportLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Column, Columns } from '../surface/columns.js';
import { shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { Notice } from '../surface/notice.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { DeliveryLedger } from './delivery-ledger.js';
import { DeliveryPeriodsCard, ledgerPath } from './delivery-periods-card.js';
import { DeliveryReportsCard } from './delivery-reports-card.js';
import { MailHoldNotice } from './mail-hold-notice.js';
import { SubscriptionListCard } from './subscription-list-card.js';

/** What of the mail asks for a person, by the states behind it. */
const troubles = ['late', 'failed', 'uncertain'] as const;

function filterOf(params: URLSearchParams): DeliveryFilter {
  const period = params.get('period');
  const season = Number(params.get('season'));
  return {
    report: mailedReports.find((report) => report === params.get('report')),
    ...(isDay(period) && { period }),
    ...(season > 0 && { season }),
  };
}

/** How reports are mailed: what went out and what did not, who gets what, and what a dean decides about it. */
export function DeliveryPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const today = useSession()?.school.today;
  const [params] = useSearchParams();
  const {
    data: mailing,
    error,
    refetch,
  } = useQuery<ReportMailing>({ queryKey: ['mailing'], queryFn: ({ signal }) => api.getMailing(signal) });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!mailing) return <PageSkeleton />;
  const changed = () => void client.invalidateQueries({ queryKey: ['mailing'] });
  const filter = filterOf(params);
  const { report, period, season } = filter;
  const told = troubles.filter((trouble) => mailing.trouble[trouble] > 0);
  const shown = report && period ? ledgerPath({ report, period, season: season ?? null }) : undefined;
  const title =
    report && period
      ? `${mailedReportLabel(report)}, ${t(report === 'weekly' ? 'mailing.periods.week' : 'mailing.periods.day', { day: shortDay(period, today) })}`
      : undefined;
  return (
    <>
      <PageHeading tab={t('mailing.title')} title={t('mailing.title')} sub={t('mailing.sub')} />
      {mailing.held && <MailHoldNotice held={mailing.held} onChanged={changed} />}
      {!mailing.server && (
        <Notice title={t('mailing.noServer.title')}>
          <Box sx={{ color: 'var(--mute)' }}>{t('mailing.noServer.text')}</Box>
        </Notice>
      )}
      {told.length > 0 && (
        <Notice title={t('mailing.trouble.title')} ink="var(--at-risk-ink)">
          {told.map((trouble) => (
            <Box key={trouble}>{t(`mailing.trouble.${trouble}`, { smart_count: mailing.trouble[trouble] })}</Box>
          ))}
        </Notice>
      )}
      <Columns first="1.7fr">
        <DeliveryLedger filter={filter} title={title} />
        <Column>
          <DeliveryPeriodsCard periods={mailing.periods} shown={shown} />
          <DeliveryReportsCard mailing={mailing} onChanged={changed} />
          <SubscriptionListCard subscribers={mailing.subscribers} />
        </Column>
      </Columns>
    </>
  );
}
