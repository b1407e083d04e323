import type { QueuedApplicant, QueueFilter, ReviewWrite } from '@matchwatch/contracts';
import { decisionDoneText } from '@matchwatch/words';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { applicantLink } from '../applicants/applicant-links.js';
import { spokenName } from '../applicants/applicant-name.js';
import { failureKind, failureText } from '../http/problem.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useToday } from '../session/use-today.js';
import { countText, countWord } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { plainList } from '../surface/plain-list.js';
import { visuallyHidden } from '../surface/visually-hidden.js';
import type { OfferedDecision } from './decision-bar.js';
import { type AskedKind, DecisionDialog } from './decision-dialog.js';
import { QueueFilterBar, queueFilterOf } from './queue-filter-bar.js';
import { isTaken, queueAct } from './queue-keys.js';
import { QueueRow } from './queue-row.js';
import { QueueShortcuts } from './queue-shortcuts.js';
import { useDecide } from './use-decide.js';
import { useQueue, useQueueCounts } from './use-queue.js';

const pageSize = 25;
const mostShown = 200;

/** Who waits for a person's word on what was found: the most urgent first, decided one after the other, by keys or by hand. */
export function QueuePage() {
  const t = useText();
  const { season } = useSeason();
  const [params] = useSearchParams();
  const filter = queueFilterOf(params, season);
  const { data: counts } = useQueueCounts(season);
  const title =
    counts === undefined
      ? t('queue.tab')
      : counts.all === 0
        ? t('queue.done')
        : t('queue.title', { smart_count: counts.all, count: countWord(counts.all) });
  return (
    <>
      <PageHeading
        tab={t('queue.tab')}
        title={title}
        sub={counts && t('queue.sub', { flags: countText(counts.flags), season: counts.season })}
      />
      <QueueFilterBar counts={counts} />
      <QueueList key={JSON.stringify(filter)} filter={filter} />
    </>
  );
}

function QueueList({ filter }: { filter: QueueFilter }) {
  const t = useText();
  const navigate = useNavigate();
  const today = useToday();
  const client = useQueryClient();
  const [size, setSize] = useState(pageSize);
  const { data, error, refetch, settle, isPending } = useQueue(filter, size);
  const decide = useDecide();
  const [currentId, setCurrentId] = useState<number>();
  const [focusOn, setFocusOn] = useState<{ id: number }>();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<{ kind: AskedKind; row: QueuedApplicant }>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string>();
  const [help, setHelp] = useState(false);
  const items = useRef(new Map<number, HTMLLIElement>());
  const rows = data?.rows ?? [];
  const currentAt = Math.max(
    rows.findIndex(({ id }) => id === currentId),
    0,
  );
  const current = rows[currentAt];

  const goTo = (row: QueuedApplicant | undefined) => {
    setCurrentId(row?.id);
    setFocusOn(row && { id: row.id });
  };
  // Once the rows are drawn as they now are, and not before a dialog is gone, which would take the focus back.
  useEffect(() => {
    const item = focusOn && asked === undefined ? items.current.get(focusOn.id) : undefined;
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: 'nearest' });
  }, [focusOn, asked]);
  const flagsOf = ({ flags }: QueuedApplicant): ReviewWrite['flags'] =>
    flags.filter(({ id }) => !leftOut.has(id)).map(({ id, level }) => ({ id, level }));

  const send = async (row: QueuedApplicant, write: ReviewWrite) => {
    const at = rows.findIndex(({ id }) => id === row.id);
    const reviews = await decide({ applicantId: row.id, revision: row.revision }, write);
    // Handing it to somebody leaves it waiting, for them: here it is done with.
    const { kind } = write.decision;
    settle(reviews, kind !== 'assign' && kind !== 'escalate');
    setLeftOut(new Set());
    setFailure(undefined);
    const partly = flagsOf(row).length < row.flags.length && kind !== 'assign' && kind !== 'escalate';
    const left = rows.length - (partly ? 0 : 1);
    const count = write.flags.length;
    setSaid(
      t('queue.said', {
        done: decisionDoneText(kind),
        flags: t('queue.saidFlags', { smart_count: count, count }),
        name: spokenName(row.applicant.name),
        left: left === 0 ? t('queue.leftNone') : t('queue.left', { smart_count: left }),
      }),
    );
    goTo(partly ? row : (rows[at + 1] ?? rows[at - 1]));
  };
  const agree = async (row: QueuedApplicant) => {
    setBusy(true);
    try {
      await send(row, { decision: { kind: 'agree' }, flags: flagsOf(row) });
    } catch (problem) {
      setFailure(failureText(problem, t));
      void refetch();
    } finally {
      setBusy(false);
    }
  };
  const start = (row: QueuedApplicant, decision: OfferedDecision) => {
    setCurrentId(row.id);
    if (flagsOf(row).length === 0) setFailure(t('queue.chooseFlag'));
    else if (decision === 'agree') void agree(row);
    else setAsked({ kind: decision, row });
  };
  const toggle = (flagId: number) =>
    setLeftOut((before) => new Set(before.has(flagId) ? [...before].filter((id) => id !== flagId) : [...before, flagId]));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = isTaken(event.target) || asked !== undefined || busy ? undefined : queueAct(event);
      if (act === undefined) return;
      if (act.kind === 'help') setHelp((shown) => !shown);
      else if (!current) return;
      else if (act.kind === 'next') goTo(rows[currentId === undefined ? 0 : Math.min(currentAt + 1, rows.length - 1)]);
      else if (act.kind === 'previous') goTo(rows[Math.max(currentAt - 1, 0)]);
      else if (act.kind === 'open') void navigate(applicantLink(current.id));
      else if (act.kind === 'decide') start(current, act.decision);
      else if (act.kind === 'flag') {
        const flag = current.flags[act.at];
        if (flag && current.flags.length > 1) toggle(flag.id);
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  const total = data?.total ?? 0;
  return (
    <>
      <Box role="status" aria-live="polite" sx={visuallyHidden}>
        {said}
      </Box>
      {failure && (
        <Alert severity="warning" variant="outlined" onClose={() => setFailure(undefined)} sx={{ mb: '14px' }}>
          {failure}
        </Alert>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={t('queue.empty.title')}
          action={
            total > 0 && (
              <Button variant="outlined" onClick={() => void refetch()}>
                {t('queue.more', { count: countText(Math.min(total, pageSize)) })}
              </Button>
            )
          }
        >
          {t('queue.empty.text')}
        </EmptyState>
      ) : (
        <>
          <QueueShortcuts open={help} onToggle={() => setHelp((shown) => !shown)} />
          <Box component="ol" aria-label={t('queue.list')} sx={{ ...plainList, display: 'grid', gap: '12px' }}>
            {rows.map((row) => (
              <QueueRow
                key={row.id}
                ref={(item: HTMLLIElement | null) => {
                  if (item) items.current.set(row.id, item);
                  else items.current.delete(row.id);
                }}
                row={row}
                isCurrent={row === current}
                busy={busy}
                leftOut={leftOut}
                onToggle={toggle}
                onDecide={(decision) => start(row, decision)}
                onFocus={() => setCurrentId(row.id)}
              />
            ))}
          </Box>
          {total > rows.length && size < mostShown && (
            <Box sx={{ mt: '14px', textAlign: 'center' }}>
              <Button variant="outlined" onClick={() => setSize(Math.min(size + pageSize, mostShown))}>
                {t('queue.more', { count: countText(Math.min(total - rows.length, pageSize)) })}
              </Button>
            </Box>
          )}
        </>
      )}
      {asked && today && (
        <DecisionDialog
          kind={asked.kind}
          today={today}
          applicantId={asked.row.id}
          name={spokenName(asked.row.applicant.name)}
          flags={flagsOf(asked.row)}
          onDecide={async (write) => {
            try {
              await send(asked.row, write);
              setAsked(undefined);
            } catch (problem) {
              // What somebody else has done meanwhile is shown behind the dialog.
              if (failureKind(problem) === 'conflict') void client.invalidateQueries({ queryKey: ['review-queue'] });
              throw problem;
            }
          }}
          onClose={() => {
            setAsked(undefined);
            goTo(asked.row);
          }}
        />
      )}
    </>
  );
}
