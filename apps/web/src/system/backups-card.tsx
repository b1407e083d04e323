import type { Backups, KeptBackup } from '@matchwatch/contracts';
import { cronText, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { sizeText } from './size-text.js';

interface BackupsCardProps {
  backups: Backups;
  at: (instant: string) => string;
  /** Absent for whoever may not. */
  onBackUp?: (() => void) | undefined;
}

/** Which backups there are, when the next is taken, and one at once. */
export function BackupsCard({ backups: { folder, byItself, workingSince, kept, failed, trouble }, at, onBackUp }: BackupsCardProps) {
  const t = useText();
  return (
    <Card
      title={t('system.backups.title')}
      action={
        byItself &&
        onBackUp && (
          <Button size="small" variant="outlined" onClick={onBackUp} disabled={workingSince !== null}>
            {t('system.backups.now')}
          </Button>
        )
      }
    >
      <Box sx={{ textWrap: 'pretty' }}>
        {byItself
          ? t('system.backups.byItself', {
              cron: sentenceCase(cronText(byItself.cron)),
              zone: byItself.timeZone,
              next: byItself.nextAt ? at(byItself.nextAt) : '–',
              keep: byItself.keep,
            })
          : t('system.backups.notByItself')}
      </Box>
      <Box role="status">
        {workingSince && <Box sx={{ mt: '6px' }}>{t('system.backups.working', { at: at(workingSince) })}</Box>}
        {trouble?.why === 'overdue' && (
          <Box sx={{ mt: '6px', color: 'var(--high-risk-ink)' }}>
            <span aria-hidden="true">!</span> {t('system.backups.overdue', { at: at(trouble.at) })}
          </Box>
        )}
        {failed && (
          <Box sx={{ mt: '6px', color: 'var(--high-risk-ink)', overflowWrap: 'anywhere' }}>
            <span aria-hidden="true">!</span> {t('system.backups.failed', { at: at(failed.at) })}: {failed.why}
          </Box>
        )}
      </Box>
      {kept.length > 0 ? <BackupTable kept={kept} at={at} /> : byItself && <Box sx={{ my: '10px' }}>{t('system.backups.none')}</Box>}
      <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '10px', overflowWrap: 'anywhere', textWrap: 'pretty' }}>
        {t('system.backups.guard', { folder })}
      </Box>
    </Card>
  );
}

function BackupTable({ kept, at }: { kept: readonly KeptBackup[]; at: (instant: string) => string }) {
  const t = useText();
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        mt: '12px',
        '& th': { textAlign: 'left', fontWeight: 500, fontSize: 13, color: 'var(--mute)' },
        '& th, & td': { p: '6px 12px 6px 0', borderBottom: '1px solid var(--line)', verticalAlign: 'baseline' },
        '& .size': { textAlign: 'right', whiteSpace: 'nowrap' },
        '& .verified': { display: { xs: 'none', sm: 'table-cell' }, pr: 0 },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t('system.backups.columns.taken')}</th>
          <th scope="col">{t('system.backups.columns.why')}</th>
          <th scope="col" className="size">
            {t('system.backups.columns.size')}
          </th>
          <th scope="col" className="verified">
            {t('system.backups.columns.verified')}
          </th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ file, takenAt, reason, bytes, verifiedAt }) => (
          <tr key={file} title={file}>
            <td>{at(takenAt)}</td>
            <td>{t(`system.backups.reasons.${reason}`)}</td>
            <td className="size">{sizeText(bytes)}</td>
            <td className="verified">{t('system.backups.whole', { at: at(verifiedAt) })}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
