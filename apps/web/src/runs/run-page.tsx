import type { RunDetail, RunProgress } from '@matchwatch/contracts';
import { liveRunStates } from '@matchwatch/domain';
import { heldText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { LevelBar } from '../home/level-strip.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { useSeasonOf } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { Column, Columns } from '../surface/columns.js';
import { countText, durationText, instantText, shortDay } from '../surface/day-text.js';
import { Fact, FactList } from '../surface/fact-list.js';
import { Notice } from '../surface/notice.js';
import { PageHeading } from '../surface/page-heading.js';
import { InlineLink, TextLink } from '../surface/text-link.js';
import { RunActions } from './run-actions.js';
import { RunChanges } from './run-changes.js';
import { RunLedgerCard } from './run-ledger-card.js';
import { RunProblems } from './run-problems.js';
import { RunProgressCard } from './run-progress-card.js';
import { RunStateText } from './run-state-text.js';

interface RunPageProps {
  run: RunDetail;
  progress: RunProgress | undefined;
  onChanged: () => void;
}

export function RunPage({ run, progress, onChanged }: RunPageProps) {
  const t = useText();
  useSeasonOf(run.season);
  const school = useSession()?.school;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  const live = liveRunStates.has(progress?.state ?? run.state);
  const end = run.publishedAt ?? run.closedAt;
  const trial = run.kind === 'shadow';
  return (
    <>
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to="/runs">← {t('nav.runs')}</TextLink>
      </Box>
      <PageHeading
        tab={t('run.tab', { id: run.id })}
        title={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 12px' }}>
            {t(trial ? 'run.trialTitle' : 'run.title', { day: shortDay(run.asOf, school?.today) })}
            <Box component="span" sx={{ fontSize: 14, letterSpacing: 0 }}>
              <RunStateText run={progress ? { state: progress.state, outcome: run.outcome } : run} />
            </Box>
          </Box>
        }
        sub={[
          t('season.match', { season: run.season }),
          run.retryOf !== null && t('run.retryOf', { id: run.retryOf }),
          `${t(`run.kinds.${run.kind}`)} ${t('run.by', { by: run.requestedBy, at: at(run.queuedAt) })}`,
          t('asOf.policy', { policy: run.policy }),
          run.startedAt && end && t('run.took', { duration: durationText(run.startedAt, end) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={<RunActions run={run} live={live} onChanged={onChanged} />}
      />
      {(run.reason || run.held.length > 0) && !live && <Reason run={run} />}
      {run.retry && <RetryNotice retry={run.retry} />}
      {trial && !live && <TrialNotice run={run} />}
      {live && <RunProgressCard run={run} progress={progress} />}
      <Columns>
        <Column>
          {!live && !trial && <RunChanges run={run} />}
          {!live && trial && <CountsCard run={run} />}
          {!live && trial && <RunLedgerCard run={run} />}
          {run.problems.length > 0 && <RunProblems problems={run.problems} total={run.counts.failed} />}
        </Column>
        {!live && !trial && (
          <Column>
            <CountsCard run={run} />
            <LevelsCard levels={run.levels} />
            <RunLedgerCard run={run} />
          </Column>
        )}
      </Columns>
    </>
  );
}

const reasonInk: Partial<Record<RunDetail['state'], string>> = { held: 'var(--at-risk-ink)', failed: 'var(--high-risk-ink)' };

/** Why a run is not simply published, and what a person decided about it. */
function Reason({ run: { state, reason, held } }: { run: RunDetail }) {
  const t = useText();
  const title = state === 'held' || state === 'failed' || state === 'cancelled' ? state : 'published';
  return (
    <Notice title={t(`run.reason.${title}`)} ink={reasonInk[state]}>
      {held.map((each) => (
        <Box key={each.rail}>{heldText(each)}</Box>
      ))}
      {reason && <Box sx={{ whiteSpace: 'pre-line' }}>{reason}</Box>}
      {state === 'held' && <Box sx={{ color: 'var(--mute)' }}>{t('run.reason.heldSafe')}</Box>}
    </Notice>
  );
}

/** Those whom a run could not assess have had a second try. */
function RetryNotice({ retry }: { retry: NonNullable<RunDetail['retry']> }) {
  const t = useText();
  return (
    <Notice title={t('run.retry.title')}>
      <Box>
        <InlineLink to={`/runs/${retry.id}/show`}>{t('run.retry.link', { id: retry.id })}</InlineLink> <RunStateText run={retry} />
      </Box>
    </Notice>
  );
}

/** The trial of a draft has its result on the page of the policy version. */
function TrialNotice({ run: { policy, policyVersionId, state } }: { run: RunDetail }) {
  const t = useText();
  return (
    <Notice title={t('run.trial.title')}>
      <Box>{t('run.trial.text')}</Box>
      {policyVersionId !== null && (
        <Box sx={{ mt: '6px' }}>
          <InlineLink to={`/policy/versions/${policyVersionId}`}>
            {t(state === 'compared' ? 'run.trial.result' : 'run.trial.policy', { policy })}
          </InlineLink>
        </Box>
      )}
    </Notice>
  );
}

const assessedCounts = ['population', 'assessed', 'unchanged', 'notAssessable', 'newlyNotAssessable', 'failed'] as const;
const flagCounts = ['opened', 'raised', 'lowered', 'closed'] as const;

function CountsCard({ run: { counts, state, kind } }: { run: RunDetail }) {
  const t = useText();
  // Flags move when a run is published; before that there is nothing to count.
  const names = state === 'published' ? [...assessedCounts, ...flagCounts] : assessedCounts;
  return (
    <Card title={t('run.counts.title')}>
      <FactList account strong>
        {names.map((name) => (
          <Fact key={name} name={t(kind === 'shadow' && name === 'unchanged' ? 'run.counts.unchangedTrial' : `run.counts.${name}`)}>
            {countText(counts[name])}
          </Fact>
        ))}
      </FactList>
    </Card>
  );
}

function LevelsCard({ levels }: { levels: RunDetail['levels'] }) {
  const t = useText();
  if (Object.keys(levels).length === 0) return null;
  return (
    <Card title={t('run.levels')}>
      <Box sx={{ borderRadius: '6px', overflow: 'hidden', mb: '12px' }}>
        <LevelBar levels={levels} />
      </Box>
      {levelsBySeverity.map((level) => (
        <Box key={level} sx={{ display: 'flex', justifyContent: 'space-between', py: '3px' }}>
          <LevelBadge level={level} />
          <b style={{ fontWeight: 600 }}>{countText(levels[level] ?? 0)}</b>
        </Box>
      ))}
    </Card>
  );
}
