import type { BulkAnswer } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { TextLink } from '../surface/text-link.js';

/** What became of each: how many it was done for, and by name whom it was not done for, and why. */
export function BulkResultDialog({ answer: { done, rows }, onClose }: { answer: BulkAnswer; onClose: () => void }) {
  const t = useText();
  const heading = useId();
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading}>{t('bulk.result.title')}</DialogTitle>
      <DialogContent>
        <Box role="status">{t('bulk.result.done', { smart_count: done, count: countText(done) })}</Box>
        {refused.length > 0 && (
          <>
            <Box sx={{ fontWeight: 600, mt: '10px' }}>{t('bulk.result.refused')}</Box>
            <Box component="ul" sx={{ m: '4px 0 0', pl: '18px', maxHeight: 280, overflowY: 'auto' }}>
              {refused.map(({ applicantId, name, reason }) => (
                <li key={applicantId}>
                  <TextLink to={applicantLink(applicantId)}>{name}</TextLink>: {reason}
                </li>
              ))}
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('bulk.result.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
