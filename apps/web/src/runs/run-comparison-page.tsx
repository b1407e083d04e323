import type { Run, RunComparison } from '@matchwatch/contracts';
import { findingLevelLabel, ruleLabel } from '@matchwatch/words';
import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { LevelMove, LevelMoveRow } from '../level/level-move-row.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { useSeasonOf } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { Columns } from '../surface/columns.js';
import { countText, durationText, instantText, shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { digestText } from './run-ledger-card.js';
import { RunStateText } from './run-state-text.js';

/** How many of who differs stand on one page. */
export const comparedPerPage = 50;

interface RunComparisonPageProps {
  /** The run whose page led here. */
  id: number;
  comparison: RunComparison;
  page: number;
  onPage: (page: number) => void;
}

/** Two runs of a season side by side, and whom the later one answers otherwise. */
export function RunComparisonPage({ id, comparison, page, onPage }: RunComparisonPageProps) {
  const t = useText();
  const { before, after, moves, total } = comparison;
  useSeasonOf(after.season);
  const counts = Object.fromEntries(Object.entries(moves).map(([move, count]) => [move, countText(count)]));
  return (
    <>
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to={`/runs/${id}/show`}>← {t('run.compare.back', { id })}</TextLink>
      </Box>
      <PageHeading
        tab={t('run.compare.tab', { before: before.id, after: after.id })}
        title={t('run.compare.title', { before: before.id, after: after.id })}
        sub={`${t('season.match', { season: after.season })} · ${total === 0 ? t('run.compare.noneText') : t('run.compare.moves', counts)}`}
      />
      <Columns first="1.25fr">
        <People comparison={comparison} page={page} onPage={onPage} />
        <Box sx={{ order: { xs: -1, lg: 0 }, minWidth: 0 }}>
          <SidesCard before={before} after={after} />
        </Box>
      </Columns>
    </>
  );
}

function People({ comparison: { changes, total }, page, onPage }: Omit<RunComparisonPageProps, 'id'>) {
  const t = useText();
  const pages = Math.max(1, Math.ceil(total / comparedPerPage));
  return (
    <Card title={t('run.compare.people')} action={total > 0 && t('run.compare.count', { smart_count: total })}>
      {total === 0 && <EmptyState title={t('run.compare.none')}>{t('run.compare.noneText')}</EmptyState>}
      <Box component="ul" sx={plainList}>
        {changes.map((change) => (
          <ChangeRow key={change.applicantId} change={change} />
        ))}
      </Box>
      {pages > 1 && (
        <Box
          component="nav"
          sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: '8px', mt: '10px', color: 'var(--mute)' }}
        >
          <span aria-live="polite">{t('run.compare.page', { page, pages })}</span>
          <IconButton size="small" aria-label={t('run.compare.previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <ChevronLeftIcon />
          </IconButton>
          <IconButton size="small" aria-label={t('run.compare.next')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
            <ChevronRightIcon />
          </IconButton>
        </Box>
      )}
    </Card>
  );
}

function ChangeRow({ change: { applicantId, name, from, to, setBy, findings } }: { change: RunComparison['changes'][number] }) {
  const t = useText();
  const findingText = (finding: (typeof findings)[number]) => {
    const named = (each: typeof finding.from) => (each ? findingLevelLabel(each).toLowerCase() : t('run.compare.gone'));
    return `${ruleLabel(finding.code)}: ${finding.from ? `${named(finding.from)} → ` : ''}${named(finding.to)}`;
  };
  const why = (findings.length === 0 ? setBy.map(ruleLabel) : findings.map(findingText)).join(' · ');
  return (
    <LevelMoveRow applicantId={applicantId} name={name} why={why} longWhy>
      {from === to && to !== null ? (
        <Box sx={{ display: 'flex', gap: '6px', alignItems: 'center', color: 'var(--mute)', fontSize: 13 }}>
          {t('run.compare.sameLevel')} <LevelBadge level={to} />
        </Box>
      ) : (
        <LevelMove from={from} to={to} none={t('run.compare.noLevel')} />
      )}
    </LevelMoveRow>
  );
}

/** What stands in the two columns, or in both as one. */
type Sides = readonly [ReactNode] | readonly [ReactNode, ReactNode];

const counted = [
  'population',
  'assessed',
  'unchanged',
  'notAssessable',
  'newlyNotAssessable',
  'failed',
  'opened',
  'raised',
  'lowered',
  'closed',
] as const;

/** Two runs, number by number. */
function SidesCard({ before, after }: { before: Run; after: Run }) {
  const t = useText();
  const school = useSession()?.school;
  const both = (of: (run: Run) => ReactNode): Sides => [of(before), of(after)];
  const whether = (same: boolean): Sides => [t(same ? 'run.compare.same' : 'run.compare.other')];
  const rows: [name: ReactNode, sides: Sides][] = [
    [t('run.compare.state'), both((run) => <RunStateText run={run} />)],
    [t('run.columns.queuedAt'), both((run) => instantText(run.queuedAt, school?.timeZone, school?.today))],
    [t('run.compare.asOf'), both((run) => shortDay(run.asOf, school?.today))],
    [t('run.compare.policy'), before.policy === after.policy ? whether(true) : both((run) => run.policy)],
    [
      t('run.compare.rules'),
      before.rulesDigest === after.rulesDigest ? whether(true) : both((run) => <code>{digestText(run.rulesDigest)}</code>),
    ],
    [t('run.compare.input'), whether(before.inputHash !== null && before.inputHash === after.inputHash)],
    [
      t('run.columns.duration'),
      both(({ startedAt, closedAt, publishedAt }) => {
        const end = publishedAt ?? closedAt;
        return startedAt && end ? durationText(startedAt, end) : '—';
      }),
    ],
    ...counted.map((name): [ReactNode, Sides] => [t(`run.counts.${name}`), both(({ counts }) => countText(counts[name]))]),
    ...levelsBySeverity.map((level): [ReactNode, Sides] => [
      <LevelBadge key={level} level={level} />,
      both(({ levels }) => (Object.keys(levels).length === 0 ? '—' : countText(levels[level] ?? 0))),
    ]),
  ];
  return (
    <Card title={t('run.compare.sides')}>
      <Box sx={{ overflowX: 'auto' }}>
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            '& th, & td': { textAlign: 'right', p: '4px 0 4px 12px', verticalAlign: 'baseline' },
            '& th:first-of-type': { textAlign: 'left', pl: 0, fontWeight: 400, color: 'var(--mute)' },
            // A state may be long, and there are two of them.
            '& td span': { whiteSpace: 'normal' },
            '& thead th': { fontWeight: 600, borderBottom: '1px solid var(--line)' },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{t('run.compare.number')}</th>
              {[before, after].map((run) => (
                <th key={run.id} scope="col">
                  <TextLink to={`/runs/${run.id}/show`}>{t('run.compare.run', { id: run.id })}</TextLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, sides], row) => (
              <tr key={`row-${row}`}>
                <th scope="row">{name}</th>
                {sides.length === 1 ? (
                  <td colSpan={2}>{sides[0]}</td>
                ) : (
                  <>
                    <td>{sides[0]}</td>
                    <td>{sides[1]}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Card>
  );
}
