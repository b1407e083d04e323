import type { ImportDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { ChipText } from '../applicants/reason-chips.js';
import { pathLabel } from '../applicants/record/field-label.js';
import { useText } from '../i18n/use-text.js';
import { changeLabel } from '../programs/change-label.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';

const pathsShown = 5;

/** Who is new and who changes, with the facts that change. */
export function ImportSample({ detail: { sample, counts, state, about } }: { detail: ImportDetail }) {
  const t = useText();
  const all = counts.new + counts.changed;
  const open = state === 'previewed' || state === 'held';
  const empty = state === 'cancelled' ? 'cancelled' : 'unchanged';
  return (
    <Card
      title={t(`import.sample.${open ? 'title' : 'wasTitle'}${about === 'programs' ? 'Programs' : ''}`)}
      action={sample.length > 0 && sample.length < all && t('import.sample.first', { count: sample.length })}
    >
      {sample.length === 0 && (
        <EmptyState title={t(`import.sample.none.${empty}.title`)}>{t(`import.sample.none.${empty}.text`)}</EmptyState>
      )}
      <Box component="ul" sx={plainList}>
        {sample.map(({ externalId, name, verdict, changes }) => (
          <Box
            component="li"
            key={externalId}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr auto', sm: '240px 84px minmax(0, 1fr)' },
              gap: '2px 16px',
              py: '7px',
              ...ruled,
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <b style={{ fontWeight: 600 }}>{name}</b>{' '}
              <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {externalId}
              </Box>
            </Box>
            <Box sx={{ color: 'var(--mute)' }}>{t(`import.sample.${verdict}`)}</Box>
            <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, display: 'flex', flexWrap: 'wrap', gap: '4px' }}>
              {verdict === 'changed' &&
                changes
                  .slice(0, pathsShown)
                  .map((path) => <ChipText key={path}>{about === 'programs' ? changeLabel(path, t) : pathLabel(path, t)}</ChipText>)}
              {verdict === 'changed' && changes.length > pathsShown && <ChipText>+{changes.length - pathsShown}</ChipText>}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
