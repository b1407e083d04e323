import type { ReportMail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { Failure } from '../surface/failure.js';
import { RowSkeletons } from '../surface/row-skeletons.js';

/** The mail of a report as its text: what would be sent. */
export function MailPreview({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const title = useId();
  const { data, error, refetch } = useQuery<ReportMail>({
    queryKey: ['reports', 'mail', id],
    queryFn: ({ signal }) => api.getReportMail(id, signal),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('reports.mailTitle')}</DialogTitle>
      <DialogContent>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <RowSkeletons rows={6} />
        ) : (
          <>
            <Box sx={{ color: 'var(--mute)', mb: '12px' }}>{t('reports.mailText', { subject: data.subject })}</Box>
            <Box
              component="pre"
              tabIndex={0}
              sx={{
                m: 0,
                p: '14px 16px',
                bgcolor: 'var(--raised)',
                border: '1px solid var(--line)',
                borderRadius: '10px',
                font: 'inherit',
                fontSize: 13.5,
                whiteSpace: 'pre-wrap',
                overflowWrap: 'anywhere',
              }}
            >
              {data.text}
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
