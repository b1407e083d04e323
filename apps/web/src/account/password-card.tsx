import type { Account } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { setCurrentSession } from '../session/current-session.js';
import { Card } from '../surface/card.js';
import { PasswordDialog } from './password-dialog.js';

/** The password, or that there is none. */
export function PasswordCard({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const t = useText();
  const notify = useNotify();
  const [changing, setChanging] = useState(false);
  return (
    <Card title={t('account.password.title')}>
      <Box sx={{ color: 'var(--mute)' }}>{t(account.password ? 'account.password.text' : 'account.password.none')}</Box>
      {account.password && (
        <Button variant="outlined" sx={{ mt: '12px' }} onClick={() => setChanging(true)}>
          {t('account.password.change')}
        </Button>
      )}
      {changing && (
        <PasswordDialog
          onClose={() => setChanging(false)}
          onChanged={(session) => {
            setCurrentSession(session);
            setChanging(false);
            notify(t('account.password.done'), { type: 'success' });
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
