import type { System } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';

/** Which program this is, and how far the schema is. */
export function VersionCard({ system: { version, migrations, database } }: { system: System }) {
  const t = useText();
  const { ran, pending, last } = migrations;
  const facts = [
    [t('system.version.product'), version],
    [
      t('system.version.migrations'),
      pending.length === 0
        ? t('system.version.ran', { count: ran })
        : t('system.version.pending', { count: ran, pending: pending.join(', ') }),
    ],
    [t('system.version.last'), last ?? '–'],
    [t('system.version.pool'), String(database.poolSize)],
  ] as const;
  return (
    <Card title={t('system.version.title')}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'auto minmax(0, 1fr)',
          gap: '5px 16px',
          '& dt': { color: 'var(--mute)' },
          '& dd': { m: 0, textAlign: 'right', overflowWrap: 'anywhere' },
        }}
      >
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
