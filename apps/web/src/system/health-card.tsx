import type { System } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { countText } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { InlineLink } from '../surface/text-link.js';
import { sizeText } from './size-text.js';

export const healthParts = ['database', 'queue', 'workers', 'mail', 'disk'] as const;
type Part = (typeof healthParts)[number];

/** Each part the installation is made of: whether it works, and what there is to say of it. */
export function HealthCard({ system, at }: { system: System; at: (instant: string) => string }) {
  const t = useText();
  const { database, queue, workers, mail, disk } = system;
  const facts: Record<Part, ReactNode> = {
    database: database.ok && t('system.health.database', { server: database.server ?? '', size: sizeText(database.bytes ?? 0) }),
    queue: queue.ok && (
      <>
        {t(`system.health.queues.${queue.backend}`, { waiting: countText(queue.waiting), working: countText(queue.working) })}
        {queue.delayed > 0 && `, ${t('system.health.delayed', { smart_count: queue.delayed })}`}
        {'. '}
        <InlineLink to="/runs">{t('system.health.runs')}</InlineLink>
      </>
    ),
    workers: workers.ok && t('system.health.workers', { smart_count: workers.names.length, names: workers.names.join(', ') }),
    mail: (mail.configured || mail.held) && (
      <>
        {mail.lastSentAt ? t('system.health.mail', { at: at(mail.lastSentAt) }) : t('system.health.noMail')}
        {mail.waiting > 0 && `, ${t('system.health.mailWaiting', { smart_count: mail.waiting })}`}
        {'. '}
        <InlineLink to="/mailing">{t('system.health.reports')}</InlineLink>
      </>
    ),
    disk: disk && t('system.health.disk', { free: sizeText(disk.freeBytes), all: sizeText(disk.bytes) }),
  };
  return (
    <Card title={t('system.health.title')}>
      <Box component="ul" sx={plainList}>
        {healthParts.map((part) => {
          const stand = system[part];
          return (
            stand && <PartRow key={part} name={t(`system.health.names.${part}`)} ok={stand.ok} reason={stand.reason} fact={facts[part]} />
          );
        })}
      </Box>
    </Card>
  );
}

function PartRow({ name, ok, reason, fact }: { name: string; ok: boolean; reason: string | null; fact: ReactNode }) {
  const t = useText();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '7em minmax(0, 1fr) auto' },
        gridTemplateAreas: { xs: '"name state" "fact fact"', sm: '"name fact state"' },
        gap: '2px 14px',
        py: '9px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box component="b" sx={{ gridArea: 'name' }}>
        {name}
      </Box>
      <Box sx={{ gridArea: 'fact', minWidth: 0, overflowWrap: 'anywhere' }}>
        {reason && <Box>{reason}</Box>}
        {fact && <Box sx={{ color: reason ? 'var(--mute)' : undefined }}>{fact}</Box>}
      </Box>
      <Box sx={{ gridArea: 'state', color: ok ? 'var(--on-track-ink)' : 'var(--at-risk-ink)', whiteSpace: 'nowrap' }}>
        <span aria-hidden="true">{ok ? '✓' : '!'}</span> {t(ok ? 'system.health.ok' : 'system.health.bad')}
      </Box>
    </Box>
  );
}
