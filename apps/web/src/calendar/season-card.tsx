import type { SeasonDates } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { seasonMarkLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { BeginDraftDialog } from '../policy/begin-draft-dialog.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';

/** The days of a season as the policy in force has them, with where they come from; changed in a draft of the policy. */
export function SeasonCard({ dates, today }: { dates: SeasonDates; today: Day }) {
  const t = useText();
  const [beginning, setBeginning] = useState(false);
  const mayChange = useRoleDoes()('policy.draft');
  const { season, key, days, sources, confirm, version, changed } = dates;
  return (
    <Card
      title={t('calendar.season.title', { season })}
      action={
        mayChange && (
          <LinkButton type="button" onClick={() => setBeginning(true)}>
            {t('calendar.season.change')}
          </LinkButton>
        )
      }
    >
      {days.length === 0 && <Box>{t('calendar.season.none', { season })}</Box>}
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '5px 14px' }}>
        {days.map(({ mark, on }) => (
          <Box key={mark} sx={{ display: 'contents', '& > *': { color: on < today ? 'var(--mute)' : undefined } }}>
            <Box component="dt" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
              {shortDay(on, today)}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {seasonMarkLabel(mark)}
            </Box>
          </Box>
        ))}
      </Box>
      <Box
        sx={{
          color: 'var(--mute)',
          fontSize: 12.5,
          mt: '12px',
          borderTop: '1px solid var(--line)',
          pt: '10px',
          display: 'grid',
          gap: '3px',
        }}
      >
        {sources.map(({ id, label, title, confidence }) => (
          <div key={id} title={title}>
            {confidence ? `${label}, ${t('calendar.season.confidence', { confidence })}` : label}
          </div>
        ))}
        {confirm && <div>{t('calendar.season.confirm')}</div>}
        <div>
          {changed
            ? t('calendar.season.changed', {
                by: changed.by,
                day: shortDay(changed.at.slice(0, 10) as Day, today),
                version: changed.version,
                reason: changed.reason,
              })
            : `${t('calendar.season.since', { version })}, ${t('calendar.season.standard')}`}
        </div>
      </Box>
      {beginning && <BeginDraftDialog openKey={key} onClose={() => setBeginning(false)} />}
    </Card>
  );
}
