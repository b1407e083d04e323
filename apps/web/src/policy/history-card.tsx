import type { PolicyEvent } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { keyLabel } from './policy-filter.js';

/** Who did what to a version, when and why; newest first. */
export function HistoryCard({ events }: { events: readonly PolicyEvent[] }) {
  const t = useText();
  const school = useSession()?.school;
  return (
    <Card title={t('policy.history.title')}>
      <Box component="ol" sx={{ ...plainList, display: 'grid', gap: '10px' }}>
        {events.map(({ id, at, by, kind, reason, keys }) => (
          <Box component="li" key={id} sx={{ borderLeft: '2px solid var(--line)', pl: '12px' }}>
            <Box sx={{ fontSize: 12.5, color: 'var(--mute)' }}>{instantText(at, school?.timeZone, school?.today)}</Box>
            <Box>
              <b>{by}</b> {t(`policy.history.kinds.${kind}`)}
              {keys.length > 0 && (
                <Box component="span" sx={{ color: 'var(--mute)' }} title={keys.map(keyLabel).join('\n')}>
                  {` · ${t('policy.history.keys', { smart_count: keys.length })}`}
                </Box>
              )}
            </Box>
            {reason && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{reason}</Box>}
          </Box>
        ))}
      </Box>
    </Card>
  );
}
