import type { ApplicantDetail, Challenge } from '@matchwatch/contracts';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { spokenName } from '../applicant-name.js';
import { ConflictDialog } from './conflict-dialog.js';
import { SectionForm } from './section-form.js';
import type { SectionSpec } from './section-specs.js';
import { useSaveRecord } from './use-save-record.js';

interface SectionDrawerProps {
  spec: SectionSpec;
  detail: ApplicantDetail;
  /** The challenge that is answered by what is saved. */
  answers?: Challenge | undefined;
  onClose: () => void;
}

/** One section of the record, open for writing beside the page. */
export function SectionDrawer({ spec, detail, answers, onClose }: SectionDrawerProps) {
  const t = useText();
  // The version the person began with: what arrives meanwhile must not slide under their hands.
  const [base] = useState(detail);
  const { save, conflict, settle, resolve, saving } = useSaveRecord(base, onClose, answers?.id);
  const title = t(`record.sections.${spec.key}`);
  return (
    <>
      <Drawer
        anchor="right"
        open
        onClose={saving ? undefined : onClose}
        slotProps={{ paper: { 'aria-label': title, role: 'dialog', sx: { width: { xs: '100%', sm: 600 }, maxWidth: '100%' } } }}
      >
        <Box
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            justifyContent: 'space-between',
            p: '18px 20px 10px 24px',
            borderBottom: '1px solid var(--line)',
          }}
        >
          <Box>
            <Typography variant="h1" component="h2" sx={{ fontSize: 19 }}>
              {title}
            </Typography>
            <Box sx={{ color: 'var(--mute)' }}>{spokenName(base.record.name)}</Box>
            {answers && (
              <Box sx={{ mt: '4px', overflowWrap: 'anywhere' }}>{t('challenge.correcting', { contested: answers.contested })}</Box>
            )}
          </Box>
          <IconButton onClick={onClose} aria-label={t('action.close')}>
            <CloseIcon />
          </IconButton>
        </Box>
        <SectionForm spec={spec} base={base.record} onSave={save} onCancel={onClose} saving={saving} />
      </Drawer>
      {conflict && <ConflictDialog conflict={conflict} onDecide={(decision) => void resolve(decision)} onBack={settle} saving={saving} />}
    </>
  );
}
