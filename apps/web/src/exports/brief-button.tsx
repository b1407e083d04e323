import type { ApplicantDetail } from '@matchwatch/contracts';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { BriefDialog } from './brief-dialog.js';

/** Opens the way to a brief, where the reader may make one. */
export function BriefButton({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  if (!detail.may.includes('notes.view')) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('export.brief.action')}
      </Button>
      {asking && <BriefDialog detail={detail} onClose={() => setAsking(false)} />}
    </>
  );
}
