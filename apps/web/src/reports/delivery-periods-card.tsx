import type { DeliveryTally } from '@matchwatch/contracts';
import { deliveryStates, type Omission, omissions } from '@matchwatch/domain';
import { deliveryReasonText, mailedReportLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { TextLink } from '../surface/text-link.js';
import { DeliveryStateText } from './delivery-state-text.js';

/** The address of the ledger of one period. */
export const ledgerPath = ({ report, period, season }: Pick<DeliveryTally, 'report' | 'period' | 'season'>): string =>
  `/mailing?${new URLSearchParams({ report, period, ...(season !== null && { season: String(season) }) })}`;

/** The latest periods of each report, and how their mail stands. */
export function DeliveryPeriodsCard({ periods, shown }: { periods: readonly DeliveryTally[]; shown: string | undefined }) {
  const t = useText();
  const today = useSession()?.school.today;
  return (
    <Card title={t('mailing.periods.title')} action={shown && <TextLink to="/mailing">{t('mailing.periods.all')}</TextLink>}>
      {periods.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('mailing.periods.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {periods.map((tally) => {
          const path = ledgerPath(tally);
          const why = omissions.filter((reason: Omission) => (tally.omitted[reason] ?? 0) > 0);
          return (
            <Box
              component="li"
              key={path}
              aria-current={shown === path ? 'true' : undefined}
              sx={{
                py: '8px',
                ...ruled,
                '&[aria-current]': { fontWeight: 600 },
              }}
            >
              <TextLink to={path}>
                {mailedReportLabel(tally.report)},{' '}
                {t(tally.report === 'weekly' ? 'mailing.periods.week' : 'mailing.periods.day', { day: shortDay(tally.period, today) })}
              </TextLink>
              {tally.season !== null && (
                <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13, fontWeight: 400 }}>
                  {` · ${t('mailing.periods.season', { season: tally.season })}`}
                </Box>
              )}
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 14px', fontSize: 13 }}>
                {deliveryStates.map(
                  (state) =>
                    tally.counts[state] !== undefined && <DeliveryStateText key={state} state={state} count={tally.counts[state]} />,
                )}
              </Box>
              {why.length > 0 && (
                <Box sx={{ color: 'var(--mute)', fontSize: 13, fontWeight: 400 }}>
                  {why.map((reason) => deliveryReasonText(reason)).join(' ')}
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
    </Card>
  );
}
