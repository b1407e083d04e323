import { type ApplicantCasework, type ApplicantDetail, outreachWriteSchema } from '@matchwatch/contracts';
import { type OutreachTemplate, outreachTemplates } from '@matchwatch/domain';
import { outreachTemplateLabel, outreachText } from '@matchwatch/words';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { spokenName } from '../applicants/applicant-name.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { WideDialog } from '../surface/wide-dialog.js';
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
  const merged = (template: OutreachTemplate) =>
    session ? outreachText(template, outreachFacts(detail.record, casework, session, null)) : { subject: '', body: '' };
  const form = useForm(() => ({ template: 'invite' as OutreachTemplate, ...merged('invite') }));
  const { field } = form;
  const { subject, body } = form.values;
  const [failure, setFailure] = useState<string>();
  const address = detail.record.email;
  const send = async (how: 'mail' | 'by-hand') => {
    setFailure(undefined);
    const { state, failure: why } = await api.sendOutreach(detail.id, outreachWriteSchema.parse({ ...form.values, how }));
    changed();
    if (state === 'failed') return setFailure(t('outreach.failed', { why: why ?? '' }));
    if (state === 'uncertain') return setFailure(t('outreach.uncertain'));
    notify(t(how === 'mail' ? 'outreach.sent' : 'outreach.noted'), { type: 'info' });
    onClose();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(`${subject}\n\n${body}`);
    notify(t('outreach.copied'), { type: 'info' });
  };
  return (
    <WideDialog
      title={t('outreach.title', { name: spokenName(detail.record.name) })}
      width="sm"
      busy={form.busy}
      isChanged={form.isChanged}
      onClose={onClose}
    >
      <DialogContent sx={{ pt: '4px' }}>
        <FormRefusal form={form} />
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
        <ChoiceField
          {...field('template')}
          label={t('outreach.template')}
          of={outreachTemplates}
          text={outreachTemplateLabel}
          onChange={(template) => form.set({ template, ...merged(template) })}
        />
        <FormField {...field('subject')} label={t('outreach.subject')} longest={200} />
        <FormField {...field('body')} label={t('outreach.body')} rows={8} longest={10_000} />
        {!casework.mail && <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('outreach.noMail')}</Box>}
      </DialogContent>
      <DialogActions sx={{ p: '10px 24px', borderTop: '1px solid var(--line)', flexWrap: 'wrap', gap: '6px' }}>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('outreach.copy')}</Button>}
        <Button
          disabled={form.busy}
          variant={casework.mail && address ? 'outlined' : 'contained'}
          onClick={() => void form.send(() => send('by-hand'))}
        >
          {t('outreach.byHand')}
        </Button>
        {casework.mail && address && (
          <Button disabled={form.busy} variant="contained" onClick={() => void form.send(() => send('mail'))}>
            {t('outreach.send', { name: session?.user.name ?? '' })}
          </Button>
        )}
      </DialogActions>
    </WideDialog>
  );
}
