import { glassBreakSchema } from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { failureDetail, failureKind, problemOf } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { PageHeading } from '../surface/page-heading.js';

/** Breaks the glass: one applicant, one reason, one hour. */
export function EmergencyPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [externalId, setExternalId] = useState(params.get('id') ?? '');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const open = async () => {
    const checked = glassBreakSchema.safeParse({ externalId, reason });
    setWrong(Object.fromEntries(checked.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? []));
    setFailure(undefined);
    if (!checked.success) return;
    setBusy(true);
    try {
      const { applicantId } = await api.breakGlass(checked.data);
      await client.invalidateQueries({ queryKey: ['applicants'] });
      void navigate(`/applicants/${applicantId}/show`);
    } catch (error) {
      setWrong(Object.fromEntries(problemOf(error)?.issues?.map(({ path, reason: why }) => [path, why]) ?? []));
      setFailure(failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`));
      setBusy(false);
    }
  };

  return (
    <>
      <PageHeading tab={t('access.emergency.title')} title={t('access.emergency.title')} sub={t('access.emergency.sub')} />
      <Box sx={{ maxWidth: 560 }}>
        <Card>
          <Box
            component="form"
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              void open();
            }}
          >
            {failure && (
              <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
                {failure}
              </Alert>
            )}
            <TextField
              label={t('access.emergency.externalId')}
              value={externalId}
              onChange={(event) => setExternalId(event.target.value)}
              error={wrong.externalId !== undefined}
              helperText={wrong.externalId}
              slotProps={{ htmlInput: { maxLength: 40 } }}
            />
            <TextField
              label={t('access.emergency.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={wrong.reason !== undefined}
              helperText={wrong.reason}
              multiline
              minRows={3}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            <Button type="submit" variant="contained" disabled={busy} sx={{ mt: '10px' }}>
              {t(busy ? 'access.emergency.busy' : 'access.emergency.submit')}
            </Button>
          </Box>
        </Card>
      </Box>
    </>
  );
}
