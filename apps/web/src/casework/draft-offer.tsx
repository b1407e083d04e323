import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText } from '../surface/day-text.js';
import type { DraftState } from './use-meeting-draft.js';

/** Asks whether what was typed before and not logged is to be gone on with. */
export function DraftOffer({ offered, decide }: DraftState) {
  const t = useText();
  const school = useSession()?.school;
  if (!offered) return null;
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mb: '8px' }}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px' }}>
          <Button size="small" variant="contained" onClick={() => decide('continue')}>
            {t('log.offer.continue')}
          </Button>
          <Button size="small" onClick={() => decide('discard')}>
            {t('log.offer.discard')}
          </Button>
        </Box>
      }
    >
      {t('log.offered', { at: instantText(offered.savedAt, school?.timeZone, school?.today) })}
    </Alert>
  );
}

/** Whether what is typed is kept. */
export function DraftStanding({ failed, savedAt }: DraftState) {
  const t = useText();
  const school = useSession()?.school;
  return (
    <Box role="status" sx={{ color: failed ? 'var(--at-risk-ink)' : 'var(--mute)', fontSize: 12.5 }}>
      {failed
        ? t('log.draftNotSaved')
        : savedAt && t('log.draftSaved', { at: instantText(savedAt.toISOString(), school?.timeZone, school?.today) })}
    </Box>
  );
}
