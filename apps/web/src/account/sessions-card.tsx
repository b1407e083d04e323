import type { AccountSession } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { useFailed } from '../surface/use-failed.js';

/** The browsers one is signed in with, each to be signed out. */
export function SessionsCard({ sessions, onChanged }: { sessions: readonly AccountSession[] | undefined; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const school = useSession()?.school;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const end = async (ending: Promise<void>, done: 'ended' | 'endedOthers') => {
    try {
      await ending;
      notify(t(`account.sessions.${done}`), { type: 'success' });
    } catch (error) {
      failed(error);
    }
    onChanged();
  };
  return (
    <Card title={t('account.sessions.title')}>
      {!sessions && <RowSkeletons rows={3} />}
      <Box component="ul" sx={plainList}>
        {sessions?.map(({ id, current, method, device, address, createdAt, seenAt }) => {
          const name = device ?? t('account.sessions.unknown');
          const since = t('account.sessions.since', { at: at(createdAt) });
          const facts = [
            since,
            method === 'sso' && t('account.sessions.sso'),
            address && t('account.sessions.from', { address }),
            !current && t('account.sessions.seen', { at: at(seenAt) }),
          ];
          return (
            <Box
              component="li"
              key={id}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: '12px',
                py: '9px',
                ...ruled,
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <b>{name}</b>
                {current && <Box component="span" sx={{ color: 'var(--mute)' }}>{` · ${t('account.sessions.here')}`}</Box>}
                <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{facts.filter(Boolean).join(' · ')}</Box>
              </Box>
              {!current && (
                <LinkButton
                  type="button"
                  aria-label={t('account.sessions.endLabel', { device: name, since })}
                  onClick={() => void end(api.endSession(id), 'ended')}
                >
                  {t('account.sessions.end')}
                </LinkButton>
              )}
            </Box>
          );
        })}
      </Box>
      {sessions && sessions.length > 1 && (
        <Button variant="outlined" sx={{ mt: '10px' }} onClick={() => void end(api.endOtherSessions(), 'endedOthers')}>
          {t('account.sessions.endOthers')}
        </Button>
      )}
    </Card>
  );
}
