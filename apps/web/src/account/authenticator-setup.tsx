import { type FactorConfirmed, type FactorOffer, totpSchema } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { QRCodeSVG } from 'qrcode.react';
import { useText } from '../i18n/use-text.js';
import { FormBody, FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';

interface AuthenticatorSetupProps {
  offer: FactorOffer;
  confirm: (code: string) => Promise<FactorConfirmed>;
  onConfirmed: (confirmed: FactorConfirmed) => void;
}

/** Shows a secret to an authenticator app and takes its first code. */
export function AuthenticatorSetup({ offer: { uri, secret }, confirm, onConfirmed }: AuthenticatorSetupProps) {
  const t = useText();
  const form = useForm({ code: '' });
  const [before, after] = t('account.setup.scanText', { link: '\u0000' }).split('\u0000');
  return (
    <FormBody form={form} onSubmit={async () => onConfirmed(await confirm(totpSchema.parse(form.values).code))}>
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
      <FormRefusal form={form} />
      <FormField
        {...form.field('code')}
        label={t('account.setup.code')}
        help={t('account.setup.codeHelp')}
        autoComplete="one-time-code"
        longest={10}
        html={{ inputMode: 'numeric' }}
      />
      <Button type="submit" variant="contained" fullWidth disabled={form.busy} sx={{ mt: '10px', height: 42 }}>
        {t(form.busy ? 'account.setup.busy' : 'account.setup.submit')}
      </Button>
    </FormBody>
  );
}
