import type { Account, FactorOffer } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { setCurrentSession } from '../session/current-session.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText } from '../surface/day-text.js';
import { AuthenticatorSetup } from './authenticator-setup.js';
import { PresentPasswordDialog } from './present-password-dialog.js';
import { RecoveryCodes } from './recovery-codes.js';

type Asked = 'begin' | 'renew' | 'remove';

/** The second factor: set up, moved to another telephone, its recovery codes, turned off. */
export function SecondFactorCard({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const school = useSession()?.school;
  const [asked, setAsked] = useState<Asked>();
  const [offer, setOffer] = useState<FactorOffer>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { since, recoveryCodes, required } = account.secondFactor;
  const at = since && instantText(since, school?.timeZone, school?.today);

  const does: Record<Asked, (present: string) => Promise<void>> = {
    begin: async (present) => setOffer(await api.offerFactor(present)),
    renew: async (present) => setCodes((await api.renewRecoveryCodes(present)).recoveryCodes),
    remove: async (present) => {
      await api.removeFactor(present);
      notify(t('account.factor.removed'), { type: 'success' });
    },
  };
  const go = async (what: Asked, present: string) => {
    await does[what](present);
    setAsked(undefined);
    onChanged();
  };
  const kept = () => {
    if (offer) notify(t('account.factor.done'), { type: 'success' });
    setOffer(undefined);
    setCodes(undefined);
    onChanged();
  };

  if (!account.password) {
    return (
      <Card title={t('account.factor.title')}>
        <Box sx={{ color: 'var(--mute)' }}>{t('account.factor.sso')}</Box>
      </Card>
    );
  }
  return (
    <Card title={t('account.factor.title')} action={t(since ? 'account.factor.on' : 'account.factor.off')}>
      <Box sx={{ color: 'var(--mute)' }}>
        {since ? t('account.factor.onText', { since: at ?? '' }) : t('account.factor.offText')}
        {required && ` ${t('account.factor.required')}`}
      </Box>
      {since && (
        <Box sx={{ mt: '6px', color: recoveryCodes < 3 ? 'var(--ink)' : 'var(--mute)' }}>
          {recoveryCodes === 0 ? <b>{t('account.factor.noCodes')}</b> : t('account.factor.codes', { smart_count: recoveryCodes })}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: '12px' }}>
        {!since && (
          <Button variant="contained" onClick={() => setAsked('begin')}>
            {t('account.factor.begin')}
          </Button>
        )}
        {since && (
          <>
            <Button variant="outlined" onClick={() => setAsked('renew')}>
              {t('account.factor.renew')}
            </Button>
            <Button variant="outlined" onClick={() => setAsked('begin')}>
              {t('account.factor.another')}
            </Button>
            {!required && (
              <Button variant="outlined" onClick={() => setAsked('remove')}>
                {t('account.factor.remove')}
              </Button>
            )}
          </>
        )}
      </Box>
      {asked && (
        <PresentPasswordDialog
          title={t(`account.factor.${asked}Title`)}
          {...(asked !== 'begin' && { text: t(`account.factor.${asked}Text`) })}
          submit={asked === 'begin' ? t('account.factor.go') : t(`account.factor.${asked}`)}
          onSubmit={(present) => go(asked, present)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {(offer || codes) && (
        <Dialog open onClose={codes ? () => undefined : () => setOffer(undefined)} maxWidth="sm" fullWidth aria-labelledby="factor-title">
          <DialogTitle id="factor-title">{t(codes ? 'account.recovery.title' : 'account.factor.beginTitle')}</DialogTitle>
          <DialogContent sx={{ pb: '24px' }}>
            {codes ? (
              <RecoveryCodes codes={codes} onKept={kept} />
            ) : (
              offer && (
                <AuthenticatorSetup
                  offer={offer}
                  confirm={api.confirmFactor}
                  onConfirmed={({ recoveryCodes: fresh, session }) => {
                    setCurrentSession(session);
                    setCodes(fresh);
                  }}
                />
              )
            )}
          </DialogContent>
        </Dialog>
      )}
    </Card>
  );
}
