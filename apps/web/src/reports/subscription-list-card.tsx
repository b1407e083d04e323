import type { Subscriber } from '@matchwatch/contracts';
import { mailedReports } from '@matchwatch/domain';
import { mailedReportLabel, roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { plainList } from '../surface/plain-list.js';

/** Who gets which report by mail, by their own choice or by their role. */
export function SubscriptionListCard({ subscribers }: { subscribers: readonly Subscriber[] }) {
  const t = useText();
  return (
    <Card title={t('mailing.subscribers.title')}>
      {subscribers.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('mailing.subscribers.none')}</Box>}
      {mailedReports.map((report) => {
        const among = subscribers.filter((each) => each.report === report && (each.mail || !each.isDefault));
        const others = subscribers.filter((each) => each.report === report).length - among.length;
        if (among.length + others === 0) return null;
        return (
          <Box key={report} sx={{ '& + &': { mt: '14px' } }}>
            <Box component="h3" sx={{ m: 0, mb: '2px', fontSize: 13, fontWeight: 600 }}>
              {mailedReportLabel(report)}
            </Box>
            <Box component="ul" sx={plainList}>
              {among.map(({ personId, name, role, mail, skipEmpty, view, isDefault }) => (
                <Box
                  component="li"
                  key={personId}
                  sx={{ py: '6px', borderTop: '1px solid var(--line)', color: mail ? undefined : 'var(--mute)' }}
                >
                  {name}
                  <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                    {` · ${[
                      roleLabel(role).toLowerCase(),
                      !mail && t('mailing.subscribers.off'),
                      view && t('mailing.ledger.view', { view: view.name }),
                      mail && skipEmpty && report !== 'digest' && t('mailing.subscribers.skipEmpty'),
                      !isDefault && t('mailing.subscribers.own'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}`}
                  </Box>
                </Box>
              ))}
            </Box>
            {others > 0 && (
              <Box sx={{ color: 'var(--mute)', fontSize: 13, pt: '6px', borderTop: '1px solid var(--line)' }}>
                {t('mailing.subscribers.others', { smart_count: others })}
              </Box>
            )}
          </Box>
        );
      })}
    </Card>
  );
}
