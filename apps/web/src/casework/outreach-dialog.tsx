import { type ApplicantCasework, type ApplicantDetail, outreachWriteSchema } from '@matchwatch/contracts';
import { type OutreachTemplate, outreachTemplates } from '@matchwatch/domain';
import { outreachTemplateLabel, outreachText } from '@matchwatch/words';
import CloseIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import { useTheme } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { failureDetail, failureKind } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { outreachFacts } from './outreach-facts.js';
import { useCaseworkChanged } from './use-casework.js';

interface OutreachDialogProps {
  detail: ApplicantDetail;
  casework: ApplicantCasework;
  onClose: () => void;
}

/** A message to an applicant: merged from a template, read and changed, then sent by the person or noted as sent. */
export function OutreachDialog({ detail, casework, onClose }: OutreachDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const session = useSession();
  const changed = useCaseworkChanged();
  const heading = useId();
  const fullScreen = useMediaQuery(useTheme().breakpoints.down('sm'));
  const merged = (template: OutreachTemplate) =>
    session ? outreachText(template, outreachFacts(detail.record, casework, session, null)) : { subject: '', body: '' };
  const [template, setTemplate] = useState<OutreachTemplate>('invite');
  const [text, setText] = useState(() => merged('invite'));
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const address = detail.record.email;
  const send = async (how: 'mail' | 'by-hand') => {
    const checked = outreachWriteSchema.safeParse({ template, ...text, how });
    if (!checked.success) {
      setFailure(checked.error.issues[0]?.message);
      return;
    }
    setBusy(true);
    try {
      const sent = await api.sendOutreach(detail.id, checked.data);
      changed();
      if (sent.state === 'failed' || sent.state === 'uncertain') {
        setFailure(sent.state === 'failed' ? t('outreach.failed', { why: sent.failure ?? '' }) : t('outreach.uncertain'));
        setBusy(false);
        return;
      }
      notify(t(how === 'mail' ? 'outreach.sent' : 'outreach.noted'), { type: 'info' });
      onClose();
    } catch (error) {
      setFailure(failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`));
      setBusy(false);
    }
  };
  const copy = async () => {
    await navigator.clipboard.writeText(`${text.subject}\n\n${text.body}`);
    notify(t('outreach.copied'), { type: 'info' });
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth fullScreen={fullScreen} aria-labelledby={heading}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', p: '16px 16px 4px 24px', gap: 2 }}>
        <Typography variant="h1" component="h2" id={heading} sx={{ fontSize: 19 }}>
          {t('outreach.title', { name: spokenName(detail.record.name) })}
        </Typography>
        <IconButton onClick={onClose} aria-label={t('action.close')} disabled={busy}>
          <CloseIcon />
        </IconButton>
      </Box>
      <DialogContent sx={{ pt: '4px' }}>
        {failure && (
          <Alert severity="error" variant="outlined" sx={{ mb: '8px' }}>
            {failure}
          </Alert>
        )}
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {address ? t('outreach.to', { address }) : t('outreach.noAddress')}
          <br />
          {t('outreach.plain')}
        </Box>
        <TextField
          select
          label={t('outreach.template')}
          value={template}
          onChange={(event) => {
            const next = event.target.value as OutreachTemplate;
            setTemplate(next);
            setText(merged(next));
          }}
        >
          {outreachTemplates.map((each) => (
            <MenuItem key={each} value={each}>
              {outreachTemplateLabel(each)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('outreach.subject')}
          value={text.subject}
          onChange={(event) => setText((before) => ({ ...before, subject: event.target.value }))}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <TextField
          label={t('outreach.body')}
          value={text.body}
          onChange={(event) => setText((before) => ({ ...before, body: event.target.value }))}
          multiline
          minRows={8}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
        {!casework.mail && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('outreach.noMail')}</Box>}
      </DialogContent>
      <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)', flexWrap: 'wrap', gap: '6px' }}>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('outreach.copy')}</Button>}
        <Button disabled={busy} variant={casework.mail && address ? 'outlined' : 'contained'} onClick={() => void send('by-hand')}>
          {t('outreach.byHand')}
        </Button>
        {casework.mail && address && (
          <Button disabled={busy} variant="contained" onClick={() => void send('mail')}>
            {t('outreach.send', { name: session?.user.name ?? '' })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
