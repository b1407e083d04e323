import type { ImportDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Column } from '../surface/columns.js';
import { countText, instantText } from '../surface/day-text.js';
import { Notice } from '../surface/notice.js';
import { PageHeading } from '../surface/page-heading.js';
import { InlineLink, TextLink } from '../surface/text-link.js';
import { ImportActions } from './import-actions.js';
import { ImportSample } from './import-sample.js';
import { ImportStateText } from './import-state-text.js';
import { RefusedRows } from './refused-rows.js';

const verdicts = ['new', 'changed', 'unchanged', 'refused'] as const;

export function ImportPage({ detail, onChanged }: { detail: ImportDetail; onChanged: () => void }) {
  const t = useText();
  const school = useSession()?.school;
  const { counts, state } = detail;
  const open = state === 'previewed' || state === 'held';
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const settled = settledAs(state);
  return (
    <>
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to="/imports">← {t('nav.imports')}</TextLink>
      </Box>
      <PageHeading
        tab={t('import.tab', { id: detail.id })}
        title={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 12px' }}>
            {open
              ? t(detail.about === 'programs' ? 'import.wouldTitlePrograms' : 'import.wouldTitle', {
                  smart_count: counts.new + counts.changed,
                  count: countText(counts.new + counts.changed),
                })
              : t('import.didTitle', { id: detail.id })}
            <Box component="span" sx={{ fontSize: 14, letterSpacing: 0 }}>
              <ImportStateText state={state} />
            </Box>
          </Box>
        }
        sub={
          <>
            {[
              detail.files.map(({ file, rows }) => t('import.file', { file, smart_count: rows, count: countText(rows) })).join(', '),
              t('import.by', { by: detail.createdBy, at: at(detail.createdAt) }),
              ...(settled && detail.decision
                ? [t(`import.settled.${settled}`, { by: detail.decision.by, at: at(detail.decision.at) })]
                : []),
            ]
              .filter(Boolean)
              .join(' · ')}
            {detail.runId !== null && (
              <>
                {' · '}
                <InlineLink to={`/runs/${detail.runId}/show`}>{t('import.run', { id: detail.runId })}</InlineLink>
              </>
            )}
          </>
        }
        actions={<ImportActions detail={detail} onChanged={onChanged} />}
      />
      <Standing detail={detail} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(4, 1fr)' }, gap: '12px', mb: '18px' }}>
        {verdicts.map((verdict) => (
          <Box key={verdict} sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', p: '14px 16px' }}>
            <Box
              sx={{
                fontSize: 26,
                lineHeight: 1.2,
                fontWeight: 650,
                letterSpacing: '-0.02em',
                color: verdict === 'refused' && counts.refused > 0 ? 'var(--at-risk-ink)' : undefined,
              }}
            >
              {countText(counts[verdict])}
            </Box>
            <Box sx={{ color: 'var(--mute)' }}>{t(`import.verdicts.${verdict}`)}</Box>
          </Box>
        ))}
      </Box>
      <Column>
        {detail.refused.length > 0 && <RefusedRows rows={detail.refused} total={counts.refused} state={state} />}
        {state !== 'failed' && <ImportSample detail={detail} />}
      </Column>
    </>
  );
}

type State = ImportDetail['state'];
const settledAs = (state: State) => (state === 'applied' || state === 'cancelled' || state === 'undone' ? state : undefined);

/** Why it waits for a person, or waited, and what the person who decided gave as the reason. */
function Standing({ detail: { state, heldBecause, decision } }: { detail: ImportDetail }) {
  const t = useText();
  const settled = settledAs(state);
  const reason = settled && decision?.reason;
  if (heldBecause === null && !reason) return null;
  const held = state === 'held';
  return (
    <Notice
      title={t(held ? 'import.held' : heldBecause !== null ? 'import.wasHeld' : 'import.why')}
      ink={held ? 'var(--at-risk-ink)' : undefined}
    >
      {heldBecause !== null && <Box>{heldBecause}</Box>}
      {held && <Box sx={{ color: 'var(--mute)' }}>{t('import.heldSafe')}</Box>}
      {reason && <Box>{t(`import.reasons.${settled}`, { by: decision.by, reason })}</Box>}
    </Notice>
  );
}
