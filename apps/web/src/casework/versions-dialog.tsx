import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText } from '../surface/day-text.js';
import { ruled } from '../surface/ruled.js';
import { WideDialog } from '../surface/wide-dialog.js';

interface Version {
  version: number;
  by: string;
  at: string;
  reason: string | null;
  lines: readonly string[];
}

/** Every version of something that was written, the newest first: who, when, why, and what it said. */
export function VersionsDialog({ title, versions, onClose }: { title: string; versions: readonly Version[]; onClose: () => void }) {
  const t = useText();
  const school = useSession()?.school;
  return (
    <WideDialog title={title} width="sm" onClose={onClose}>
      <DialogContent tabIndex={0} sx={{ pt: '4px' }}>
        {versions.map(({ version, by, at, reason, lines }) => (
          <Box key={version} component="section" sx={{ py: '10px', ...ruled }}>
            <Typography variant="h3" component="h3">
              {t('meetings.version', { version })}
            </Typography>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {t('casework.by', { by, at: instantText(at, school?.timeZone, school?.today) })}
              {reason && ` · ${reason}`}
            </Box>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one version never move
              <Box key={index} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {line}
              </Box>
            ))}
          </Box>
        ))}
      </DialogContent>
    </WideDialog>
  );
}
