import type { ApplicantDetail } from '@matchwatch/contracts';
import { type AuditedProgram, type AuditReason, type AuditStanding, auditStandings, type ListAudit } from '@matchwatch/domain';
import { auditReasonText, programFactText, programSourceText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';

const shownAtFirst = 6;
const inks: Readonly<Record<AuditStanding, string | undefined>> = {
  against: 'var(--at-risk-ink)',
  weighs: 'var(--watch-ink)',
  asks: undefined,
  for: 'var(--on-track-ink)',
};

const worst = ({ reasons }: AuditedProgram): number =>
  Math.min(auditStandings.length, ...reasons.map(({ standing }) => auditStandings.indexOf(standing)));
const has = (standing: AuditStanding) => (program: AuditedProgram) => program.reasons.some((reason) => reason.standing === standing);

/** An applicant's list held against the table of programs: what each says, with source and day, what shuts out first. */
export function ListAuditCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const api = useApi();
  const mayTable = useRoleDoes()('program.view');
  const { data, error, refetch } = useQuery<ListAudit>({
    queryKey: ['list-audit', detail.id, detail.version],
    queryFn: ({ signal }) => api.getListAudit(detail.id, signal),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <Card title={t('listAudit.title')} action={mayTable && <TextLink to="/programs">{t('listAudit.table')}</TextLink>}>
      <ListAuditReading audit={data} />
    </Card>
  );
}

/** What an audit says: in how many words, then line by line. */
export function ListAuditReading({ audit: { programs } }: { audit: ListAudit }) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (programs === null) return <Box sx={{ color: 'var(--mute)' }}>{t('listAudit.noList')}</Box>;
  if (programs.length === 0) return <Box sx={{ color: 'var(--mute)' }}>{t('listAudit.empty')}</Box>;
  const known = programs.filter(({ programId }) => programId !== null);
  if (known.length === 0) return <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>{t('listAudit.none')}</Box>;
  const open = known.filter(({ settled }) => !settled);
  const told = open.filter(({ reasons }) => reasons.length > 0).sort((a, b) => worst(a) - worst(b));
  const against = open.filter(has('against')).length;
  const weighs = open.filter((program) => has('weighs')(program) && !has('against')(program)).length;
  const shown = all ? told : told.slice(0, shownAtFirst);
  const settled = known.length - open.length;
  const missing = programs.length - known.length;
  return (
    <>
      <Box sx={{ fontWeight: 600, color: against > 0 ? 'var(--at-risk-ink)' : undefined }}>
        {t('listAudit.against', { smart_count: against })}
        {weighs > 0 && `; ${t('listAudit.weighs', { smart_count: weighs })}`}
      </Box>
      <Box sx={{ color: 'var(--mute)', fontSize: 13, textWrap: 'pretty', mb: '6px' }}>
        {[
          t('listAudit.known', { known: known.length, all: programs.length }),
          ...(missing > 0 ? [t('listAudit.missing', { smart_count: missing })] : []),
          ...(settled > 0 ? [t('listAudit.settled', { smart_count: settled })] : []),
        ].join('; ')}
        . {t('listAudit.sub')}
      </Box>
      <Box component="ul" sx={plainList}>
        {shown.map((program) => (
          <Line key={`${program.programId} ${program.program}`} program={program} />
        ))}
      </Box>
      {told.length > shownAtFirst && (
        <LinkButton type="button" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('listAudit.fewer') : t('listAudit.more', { smart_count: told.length - shownAtFirst })}
        </LinkButton>
      )}
    </>
  );
}

function Line({ program: { program, programId, reasons, unknown } }: { program: AuditedProgram }) {
  const t = useText();
  const ordered = [...reasons].sort((a, b) => auditStandings.indexOf(a.standing) - auditStandings.indexOf(b.standing));
  return (
    <Box component="li" sx={{ py: '8px', borderTop: '1px solid var(--line)' }}>
      <TextLink to={`/programs/${programId}/show`} sx={{ fontWeight: 600 }}>
        {program}
      </TextLink>
      {ordered.map((reason) => (
        <Reason key={`${reason.question} ${reason.fact}`} reason={reason} />
      ))}
      {unknown.length > 0 && (
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
          {t('listAudit.unknown', { facts: unknown.map(programFactText).join(', ') })}
        </Box>
      )}
    </Box>
  );
}

function Reason({ reason }: { reason: AuditReason }) {
  const t = useText();
  const today = useToday();
  const { standing, source, note, checkedOn, stale } = reason;
  return (
    <Box sx={{ fontSize: 13.5, mt: '2px' }}>
      <Box component="span" sx={{ color: inks[standing] ?? 'var(--mute)', fontWeight: 600 }}>
        {t(`listAudit.standing.${standing}`)}:
      </Box>{' '}
      {auditReasonText(reason)}{' '}
      <Box component="span" sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
        {t('listAudit.from', { source: programSourceText(source), day: shortDay(checkedOn, today) })}
        {note && ` (${note})`}
        {source === 'forum' && `; ${t('listAudit.hint')}`}
        {stale && (
          <Box component="span" sx={{ color: 'var(--watch-ink)' }}>
            ; {t('listAudit.stale')}
          </Box>
        )}
      </Box>
    </Box>
  );
}
