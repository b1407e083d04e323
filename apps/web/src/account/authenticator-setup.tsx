import { type FactorConfirmed, type FactorOffer, totpSchema } from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import { failureDetail, failureKind, problemOf } from '../http/problem.js';
import { useText } from '../i18n/use-text.js';

interface AuthenticatorSetupProps {
  offer: FactorOffer;
  confirm: (code: string) => Promise<FactorConfirmed>;
  onConfirmed: (confirmed: FactorConfirmed) => void;
}

/** Shows a secret to an authenticator app and takes its first code. */
export function AuthenticatorSetup({ offer: { uri, secret }, confirm, onConfirmed }: AuthenticatorSetupProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const checked = totpSchema.safeParse({ code });
    setWrong(checked.error?.issues[0]?.message);
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      onConfirmed(await confirm(checked.data.code));
    } catch (error) {
      const issue = problemOf(error)?.issues?.find(({ path }) => path === 'code');
      if (issue) setWrong(issue.reason);
      else setFailure(failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`));
      setBusy(false);
    }
  };
  const [before, after] = t('account.setup.scanText', { link: '\u0000' }).split('\u0000');
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '14px 18px', alignItems: 'flex-start', mb: '14px' }}>
        {/* Black on white in both themes: a camera wants the contrast. */}
        <Box sx={{ bgcolor: '#fff', p: '10px', borderRadius: '10px', border: '1px solid var(--line)', lineHeight: 0 }}>
          <QRCodeSVG value={uri} size={152} title={t('account.setup.qr')} bgColor="#ffffff" fgColor="#10202f" />
        </Box>
        <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
          <b>{t('account.setup.scan')}</b>
          <Box sx={{ color: 'var(--mute)', mb: '10px' }}>
            {before}
            <Link href={uri} underline="always">
              {t('account.setup.open')}
            </Link>
            {after}
          </Box>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{t('account.setup.type')}</Box>
          <Box
            component="code"
            data-testid="secret"
            sx={{ fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace', fontSize: 13, overflowWrap: 'anywhere' }}
          >
            {secret.match(/.{1,4}/g)?.join(' ')}
          </Box>
        </Box>
      </Box>
      {failure && (
        <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
          {failure}
        </Alert>
      )}
      <TextField
        label={t('account.setup.code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? t('account.setup.codeHelp')}
        autoComplete="one-time-code"
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 10 } }}
      />
      <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: '10px', height: 42 }}>
        {t(busy ? 'account.setup.busy' : 'account.setup.submit')}
      </Button>
    </form>
  );
}
