import type { MailHold } from '@matchwatch/contracts';
import type { WaitingMail } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { instantText } from '../surface/day-text.js';
import { Notice } from '../surface/notice.js';
import { useFailed } from '../surface/use-failed.js';

/** Says that no mail goes out of a restored copy, and lets somebody decide what becomes of what waits. */
export function MailHoldNotice({ held, onChanged }: { held: MailHold; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const school = useSession()?.school;
  const [deciding, setDeciding] = useState<WaitingMail>();
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const release = async (waiting: WaitingMail) => {
    try {
      const { waited } = await api.releaseMail(waiting);
      notify(t(`mailing.hold.done.${waiting}`, { smart_count: waited }), { type: 'success' });
    } catch (error) {
      failed(error);
    }
    setDeciding(undefined);
    onChanged();
  };
  return (
    <Notice title={t('mailing.hold.title')} ink="var(--at-risk-ink)">
      <Box sx={{ textWrap: 'pretty' }}>
        {t('mailing.hold.text', { since: at(held.since), backup: at(held.backupAt) })}{' '}
        {held.waiting === 0 ? t('mailing.hold.nothing') : t('mailing.hold.waiting', { smart_count: held.waiting })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mt: '10px' }}>
        <Button size="small" variant="contained" onClick={() => setDeciding('leave-out')}>
          {t('mailing.hold.leave-out')}
        </Button>
        <Button size="small" variant="outlined" onClick={() => setDeciding('send')}>
          {t('mailing.hold.send')}
        </Button>
      </Box>
      {deciding && (
        <ConfirmDialog
          title={t(`mailing.hold.dialog.${deciding}.title`, { smart_count: held.waiting })}
          text={t(`mailing.hold.dialog.${deciding}.text`)}
          confirm={t(`mailing.hold.${deciding}`)}
          onConfirm={() => release(deciding)}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Notice>
  );
}
