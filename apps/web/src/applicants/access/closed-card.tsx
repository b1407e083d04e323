import type { ApplicantDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useText } from '../../i18n/use-text.js';
import { useRoleDoes } from '../../session/use-role.js';
import { Card } from '../../surface/card.js';

/** Says that risk is withheld and why, where it would stand: nothing is shown as if it were not known. */
export function ClosedCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const does = useRoleDoes();
  // A role that has risk at all, or decides about grades, is kept out by the wall; any other by its work.
  const walled = does('risk.view') || !detail.may.includes('record.view');
  const emergency = does('glass.break') && walled;
  return (
    <Card title={t('access.closed.title')}>
      <Box sx={{ maxWidth: 640 }}>{t(walled ? 'access.closed.wall' : 'access.closed.role')}</Box>
      {emergency && (
        <Box sx={{ mt: '12px', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' }}>
          <Button component={Link} variant="outlined" to={`/emergency?id=${encodeURIComponent(detail.record.externalId)}`}>
            {t('access.closed.open')}
          </Button>
          <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{t('access.closed.emergency')}</Box>
        </Box>
      )}
    </Card>
  );
}
