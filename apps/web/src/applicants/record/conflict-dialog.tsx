import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../../session/use-session.js';
import { instantText } from '../../surface/day-text.js';
import { plainList } from '../../surface/plain-list.js';
import { RecordChange } from './record-change.js';
import type { PartChange } from './record-merge.js';
import type { Conflict, ConflictDecision } from './use-save-record.js';

interface ConflictDialogProps {
  conflict: Conflict;
  saving: boolean;
  onDecide: (decision: ConflictDecision) => void;
  onBack: () => void;
}

/** Somebody was faster: what they changed, what I changed, and what to do about it. Nothing has been saved yet. */
export function ConflictDialog({ conflict: { latest, merge }, saving, onDecide, onBack }: ConflictDialogProps) {
  const t = useText();
  const school = useSession()?.school;
  const clashing = merge.clashes.length > 0;
  return (
    <Dialog open onClose={onBack} maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '16px' }}>
          {t('conflict.happened', { by: latest.change.by, at: instantText(latest.change.at, school?.timeZone, school?.today) })}{' '}
          {t(clashing ? 'conflict.clash' : 'conflict.noClash', { smart_count: merge.clashes.length })}
        </Typography>
        <Changes title={t('conflict.theirs')} changes={merge.theirs} clashes={merge.clashes} />
        <Changes title={t('conflict.mine')} changes={merge.mine} clashes={merge.clashes} />
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onBack} disabled={saving}>
          {t('conflict.back')}
        </Button>
        <Button variant="outlined" onClick={() => onDecide('take-theirs')} disabled={saving}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button variant="contained" onClick={() => onDecide('keep-mine')} disabled={saving}>
          {t(clashing ? 'conflict.overwrite' : 'conflict.keepBoth')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Changes({ title, changes, clashes }: { title: string; changes: readonly PartChange[]; clashes: readonly string[] }) {
  const t = useText();
  return (
    <Box component="section" sx={{ mb: '16px' }}>
      <Typography variant="h3" component="h3" sx={{ mb: '4px' }}>
        {title}
      </Typography>
      {changes.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('conflict.nothing')}</Box>}
      <Box component="ul" sx={plainList}>
        {changes.map(({ path, before, after }) => (
          <RecordChange
            key={path}
            path={path}
            before={before}
            after={after}
            note={clashes.includes(path) ? t('conflict.both') : undefined}
          />
        ))}
      </Box>
    </Box>
  );
}
