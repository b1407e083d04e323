import { glassBreakSchema } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { FormBody, FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { PageHeading } from '../surface/page-heading.js';

/** Breaks the glass: one applicant, one reason, one hour. */
export function EmergencyPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm({ externalId: params.get('id') ?? '', reason: '' });
  const open = async () => {
    const { applicantId } = await api.breakGlass(glassBreakSchema.parse(form.values));
    await client.invalidateQueries({ queryKey: ['applicants'] });
    void navigate(`/applicants/${applicantId}/show`);
  };
  return (
    <>
      <PageHeading tab={t('access.emergency.title')} title={t('access.emergency.title')} sub={t('access.emergency.sub')} />
      <Box sx={{ maxWidth: 560 }}>
        <Card>
          <FormBody form={form} onSubmit={open}>
            <FormRefusal form={form} />
            <FormField {...form.field('externalId')} label={t('access.emergency.externalId')} longest={40} />
            <FormField {...form.field('reason')} label={t('access.emergency.reason')} rows={3} longest={500} />
            <Button type="submit" variant="contained" disabled={form.busy} sx={{ mt: '10px' }}>
              {t(form.busy ? 'access.emergency.busy' : 'access.emergency.submit')}
            </Button>
          </FormBody>
        </Card>
      </Box>
    </>
  );
}
