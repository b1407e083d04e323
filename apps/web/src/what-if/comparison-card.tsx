import type { ApplicantDetail } from '@matchwatch/contracts';
import { changeText, riskLevelLabel } from '@matchwatch/words';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify } from 'react-admin';
import { MakeGoals } from '../casework/make-goals.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { visuallyHidden } from '../surface/visually-hidden.js';
import type { WhatIf } from './use-what-if.js';

/** Today’s level beside the one with the changes, what is tried, and the way back. */
export function ComparisonCard({ whatIf, detail }: { whatIf: WhatIf; detail: ApplicantDetail }) {
  const t = useText();
  const notify = useNotify();
  const { today, after, changes, replaceAll } = whatIf;
  const standing = detail.answer;
  const isTried = changes.length > 0;
  const copy = async () => {
    await navigator.clipboard.writeText(changes.map(changeText).join('\n'));
    notify(t('whatIf.copied', { smart_count: changes.length }), { type: 'info' });
  };
  return (
    <Card title={t('whatIf.compare')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 14px' }}>
        <Side label={t('whatIf.today')}>
          <LevelBadge level={today.riskLevel} />
        </Side>
        <ArrowForwardIcon aria-hidden="true" sx={{ fontSize: 18, color: 'var(--mute)' }} />
        <Side label={t('whatIf.after')}>
          {isTried ? <LevelBadge level={after.riskLevel} /> : <Box sx={{ color: 'var(--mute)' }}>{t('whatIf.same')}</Box>}
        </Side>
        {isTried && (
          <Box sx={{ ml: { sm: 'auto' }, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {/* The clipboard is there only on a safe connection. */}
            {'clipboard' in navigator && (
              <Button variant="outlined" onClick={() => void copy()}>
                {t('whatIf.copy')}
              </Button>
            )}
            <MakeGoals detail={detail} changes={changes} />
            <Button variant="outlined" onClick={() => replaceAll([])}>
              {t('whatIf.reset')}
            </Button>
          </Box>
        )}
      </Box>
      {isTried && (
        <Box component="ul" sx={{ m: '10px 0 0', pl: '18px', display: { xs: 'none', sm: 'block' } }}>
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>{changeText(change)}</li>
          ))}
        </Box>
      )}
      <Box sx={{ mt: '10px', fontSize: 13, color: 'var(--mute)', display: { xs: isTried ? 'none' : 'block', sm: 'block' } }}>
        {isTried ? '' : `${t('whatIf.sameHelp')} `}
        {t('whatIf.promise')}
        {standing && standing.riskLevel !== today.riskLevel && (
          <>
            {' '}
            {t('whatIf.differs', {
              day: shortDay(standing.asOf, today.asOf),
              level: riskLevelLabel(standing.riskLevel).toLowerCase(),
              today: shortDay(today.asOf),
            })}
          </>
        )}
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {isTried && t('whatIf.announced', { level: riskLevelLabel(after.riskLevel) })}
      </Box>
    </Card>
  );
}

function Side({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: '3px', justifyItems: 'start' }}>
      <Box sx={{ fontSize: 12.5, color: 'var(--mute)' }}>{label}</Box>
      {children}
    </Box>
  );
}
