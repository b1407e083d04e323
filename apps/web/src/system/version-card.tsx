import type { System } from '@matchwatch/contracts';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { Fact, FactList } from '../surface/fact-list.js';

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
      <FactList account>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </FactList>
    </Card>
  );
}
