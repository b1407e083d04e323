import type { ApplicantDetail, Flag, ReviewWrite } from '@matchwatch/contracts';
import { asksForReview, reviewTransitions, settledStates, waitingSince } from '@matchwatch/domain';
import { disagreementLabel, reviewDecisionLabel, reviewStateLabel } from '@matchwatch/words';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { spokenName } from '../applicants/applicant-name.js';
import { failureKind, failureText } from '../http/problem.js';
import { detailKey } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';
import { DecisionBar, type OfferedDecision } from './decision-bar.js';
import { type AskedKind, DecisionDialog } from './decision-dialog.js';
import { useDecide } from './use-decide.js';

/** The flags of an applicant that wait for a review on the school's day. */
export const waitingFlags = ({ flags }: ApplicantDetail, today: Flag['openedOn'] | undefined): Flag[] =>
  today === undefined ? [] : flags.filter((flag) => flag.closedOn === null && waitingSince(flag, standingOf(flag), today) !== null);

// Where it stands is told by `state`; what a decision goes by is what was decided.
const standingOf = ({ review }: Flag) => review && { ...review, state: review.decided };

/** What was said of one flag, by whom, and what may be said of it now. */
export function FlagReview({ detail, flag }: { detail: ApplicantDetail; flag: Flag }) {
  const t = useText();
  const today = useToday();
  const deciding = useDeciding(detail);
  if (!asksForReview(flag) || today === undefined) return null;
  const { review } = flag;
  const since = waitingSince(flag, standingOf(flag), today);
  const mayReview = detail.may.includes('review.write');
  const told =
    review && review.decided !== 'unreviewed'
      ? [
          t('review.state', { state: reviewStateLabel(review.decided), by: review.by, day: shortDay(review.on, today) }),
          review.decided === 'snoozed' && review.until && t('review.until', { day: shortDay(review.until, today) }),
          review.because && disagreementLabel(review.because).toLowerCase(),
          review.note && `“${review.note}”`,
          since !== null && settledStates.has(review.decided) && t('review.risen'),
        ]
      : [since && t('review.waits', { day: shortDay(since, today) })];
  const assigned = review?.assignedTo && since !== null && t('queue.assignedTo', { name: review.assignedTo.name });
  const mayReopen = reviewTransitions[review?.state ?? 'unreviewed'].reopen !== null && since === null;
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: '8px', mt: '4px' }}>
      <Box sx={{ fontSize: 13.5, color: 'var(--mute)' }}>
        {[...told, assigned].filter(Boolean).join(' · ')}
        {mayReview && mayReopen && (
          <Button size="small" disabled={deciding.busy} onClick={() => deciding.start([flag], 'reopen')} sx={{ ml: '6px', my: '-4px' }}>
            {reviewDecisionLabel('reopen')}
          </Button>
        )}
      </Box>
      {mayReview && since !== null && (
        <DecisionBar name={spokenName(detail.record.name)} busy={deciding.busy} onDecide={(decision) => deciding.start([flag], decision)} />
      )}
      {deciding.rest}
    </Box>
  );
}

/** Agrees to everything that waits of one applicant. */
export function AgreeToAll({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const waiting = waitingFlags(detail, useToday());
  const deciding = useDeciding(detail);
  if (waiting.length < 2 || !detail.may.includes('review.write')) return null;
  return (
    <>
      <Button size="small" disabled={deciding.busy} onClick={() => deciding.start(waiting, 'agree')}>
        {t('review.all', { count: waiting.length })}
      </Button>
      {deciding.rest}
    </>
  );
}

/** The way from a button to a decision on the page of an applicant: at once, or by a dialog; `rest` is what that needs on the page. */
function useDeciding(detail: ApplicantDetail) {
  const t = useText();
  const client = useQueryClient();
  const today = useToday();
  const decide = useDecide();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ kind: AskedKind; flags: ReviewWrite['flags'] }>();
  const [failure, setFailure] = useState<string>();
  const about = { applicantId: detail.id, revision: detail.reviewRevision };
  const reload = () => void client.invalidateQueries({ queryKey: detailKey('applicants', detail.id) });
  const atOnce = async (write: ReviewWrite) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await decide(about, write);
    } catch (problem) {
      setFailure(failureText(problem, t));
      reload();
    } finally {
      setBusy(false);
    }
  };
  const start = (flags: readonly Flag[], decision: OfferedDecision | 'reopen') => {
    const seen = flags.map(({ id, level }) => ({ id, level }));
    if (decision === 'agree' || decision === 'reopen') void atOnce({ decision: { kind: decision }, flags: seen });
    else setAsked({ kind: decision, flags: seen });
  };
  const rest = (
    <>
      {failure && (
        <Alert severity="warning" variant="outlined" onClose={() => setFailure(undefined)}>
          {failure}
        </Alert>
      )}
      {asked && today && (
        <DecisionDialog
          kind={asked.kind}
          today={today}
          applicantId={detail.id}
          name={spokenName(detail.record.name)}
          flags={asked.flags}
          onDecide={async (write) => {
            try {
              await decide(about, write);
              setAsked(undefined);
            } catch (problem) {
              if (failureKind(problem) === 'conflict') reload();
              throw problem;
            }
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
  return { busy, start, rest };
}
