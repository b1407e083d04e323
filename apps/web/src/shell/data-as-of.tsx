import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useHome } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { instantText } from '../surface/day-text.js';
import { InlineLink } from '../surface/text-link.js';

/** How old the picture is and by which numbers it was made: on every page. */
export function DataAsOf() {
  const t = useText();
  const session = useSession();
  const { data } = useHome();
  if (!data) return null;
  const { liveRun, lastRun, dataAsOf } = data;
  return (
    <Box sx={{ color: 'var(--mute)', fontSize: 12.5, lineHeight: 1.4, textAlign: { md: 'right' }, minWidth: 0 }}>
      {dataAsOf === null ? t('asOf.never') : t('asOf.data', { at: instantText(dataAsOf, session?.school.timeZone, session?.school.today) })}
      {lastRun && ` · ${t('asOf.policy', { policy: lastRun.policy })}`}
      {liveRun && (
        <>
          {' · '}
          <InlineLink to={`/runs/${liveRun.id}/show`}>{t('asOf.running')}</InlineLink>
        </>
      )}
    </Box>
  );
}
