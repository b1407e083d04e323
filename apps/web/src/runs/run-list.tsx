import type { Run } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { dataTableStyle } from '../surface/data-table-style.js';
import { countText, durationText, instantText, shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { TextLink } from '../surface/text-link.js';
import { RunStartDialog } from './run-start-dialog.js';
import { RunStateText } from './run-state-text.js';
import { useRunStream } from './run-stream.js';
import { SchedulesCard } from './schedules-card.js';

/** Every reassessment of a season, the newest first. */
export function RunList() {
  const { season } = useSeason();
  if (season === undefined) return <PageSkeleton />;
  return (
    <ListBase<Run>
      resource="runs"
      sort={{ field: 'id', order: 'DESC' }}
      perPage={25}
      filterDefaultValues={{ season }}
      queryOptions={{ placeholderData: (previous) => previous }}
    >
      <RunListPage />
    </ListBase>
  );
}

function RunListPage() {
  const t = useText();
  const { total, isPending, error, refetch } = useListContext<Run>();
  const [starting, setStarting] = useState(false);
  const mayStart = useRoleDoes()('run.request');
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  useRunStream(() => void refetch());
  const start = mayStart && (
    <Button variant="contained" onClick={() => setStarting(true)}>
      {t('run.start.action')}
    </Button>
  );
  return (
    <>
      <PageHeading tab={t('nav.runs')} title={t('run.list.title')} sub={t('run.list.sub')} actions={start} />
      <SchedulesCard />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Box sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', overflow: 'hidden' }}>
          {isPending ? (
            <RowSkeletons />
          ) : total === 0 ? (
            <EmptyState title={t('run.list.emptyTitle')} action={start}>
              {t('run.list.emptyText')}
            </EmptyState>
          ) : wide ? (
            <RunTable />
          ) : (
            <RunCards />
          )}
        </Box>
      )}
      {!isPending && !error && <ListPager />}
      {starting && <RunStartDialog onClose={() => setStarting(false)} />}
    </>
  );
}

/** Flags that a run moved, in one short text; undefined for a run that moves none because it is not published. */
function useMoved() {
  const t = useText();
  return ({ counts, state }: Run): string | undefined => {
    if (state !== 'published') return undefined;
    const parts = (['opened', 'raised', 'lowered', 'closed'] as const).flatMap((kind) =>
      counts[kind] === 0 ? [] : [t(`run.moved.${kind}`, { count: countText(counts[kind]) })],
    );
    return parts.length === 0 ? t('run.nothingMoved') : parts.join(', ');
  };
}

function RunTable() {
  const t = useText();
  const moved = useMoved();
  const school = useSession()?.school;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <DataTable<Run> rowClick={false} bulkActionButtons={false} size="small" sx={dataTableStyle}>
        <DataTable.Col<Run>
          source="queuedAt"
          label={t('run.columns.queuedAt')}
          render={(run) => (
            <TextLink to={`/runs/${run.id}/show`} sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
              {instantText(run.queuedAt, school?.timeZone, school?.today)}
            </TextLink>
          )}
        />
        <DataTable.Col<Run> source="kind" disableSort label={t('run.columns.kind')} render={(run) => <Trigger run={run} />} />
        <DataTable.Col<Run> source="asOf" label={t('run.columns.asOf')} render={(run) => shortDay(run.asOf, school?.today)} />
        <DataTable.Col<Run> source="state" disableSort label={t('run.columns.state')} render={(run) => <RunStateText run={run} />} />
        <DataTable.Col<Run>
          source="counts.assessed"
          className="number"
          disableSort
          label={t('run.columns.assessed')}
          render={({ counts }) =>
            counts.assessed === counts.population
              ? countText(counts.assessed)
              : t('run.ofAll', { done: countText(counts.assessed), all: countText(counts.population) })
          }
        />
        <DataTable.Col<Run> source="moved" disableSort label={t('run.columns.moved')} render={(run) => moved(run) ?? '—'} />
        <DataTable.Col<Run>
          source="counts.failed"
          className="number"
          disableSort
          label={t('run.columns.failed')}
          render={({ counts }) => (counts.failed === 0 ? '—' : countText(counts.failed))}
        />
        <DataTable.Col<Run>
          source="duration"
          className="number"
          disableSort
          label={t('run.columns.duration')}
          render={({ startedAt, closedAt, publishedAt }) =>
            startedAt && (publishedAt ?? closedAt) ? durationText(startedAt, publishedAt ?? closedAt ?? startedAt) : '—'
          }
        />
      </DataTable>
    </Box>
  );
}

function Trigger({ run: { kind, requestedBy, policy, late, retryOf } }: { run: Run }) {
  const t = useText();
  const by = kind === 'shadow' ? `${policy} · ${requestedBy}` : requestedBy;
  return (
    <>
      {t(`run.kinds.${kind}`)}
      {late && <Box sx={{ color: 'var(--at-risk-ink)', fontSize: 12.5 }}>{t('run.late')}</Box>}
      {retryOf !== null && <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{t('run.retryOf', { id: retryOf })}</Box>}
      {kind !== 'nightly' && kind !== 'weekly' && <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{by}</Box>}
    </>
  );
}

function RunCards() {
  const t = useText();
  const moved = useMoved();
  const school = useSession()?.school;
  const { data = [] } = useListContext<Run>();
  return (
    <Box component="ul" sx={plainList}>
      {data.map((run) => (
        <Box component="li" key={run.id} sx={{ position: 'relative', p: '12px 16px', ...ruled }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <TextLink to={`/runs/${run.id}/show`} sx={{ fontWeight: 600, '&::after': { content: '""', position: 'absolute', inset: 0 } }}>
              {instantText(run.queuedAt, school?.timeZone, school?.today)}
            </TextLink>
            <RunStateText run={run} />
          </Box>
          <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
            {[t(`run.kinds.${run.kind}`), run.late && t('run.late'), t('run.asOf', { day: shortDay(run.asOf, school?.today) }), moved(run)]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
