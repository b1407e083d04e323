import type { Challenge } from '@matchwatch/contracts';
import { challengeStateLabel, challengeSubjectLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { InlineLink } from '../surface/text-link.js';

/** By when an answer is owed, or how it was answered. */
export function ChallengeStanding({ challenge }: { challenge: Challenge }) {
  const t = useText();
  const school = useSession()?.school;
  const { state, overdue, dueOn, decidedBy, decidedAt, correctedVersion, runId } = challenge;
  if (state === 'open') {
    const day = shortDay(dueOn, school?.today);
    return (
      <Box component="span" sx={overdue ? { color: 'var(--high-risk-ink)', fontWeight: 600 } : undefined}>
        {t(overdue ? 'challenge.overdue' : 'challenge.due', { day })}
      </Box>
    );
  }
  return (
    <span>
      {t('challenge.decided', {
        state: challengeStateLabel(state).toLowerCase(),
        name: decidedBy ?? '',
        at: decidedAt ? instantText(decidedAt, school?.timeZone, school?.today) : '',
      })}
      {correctedVersion !== null && ` ${t('challenge.correctedIn', { version: correctedVersion })}`}
      {runId !== null && (
        <>
          {' · '}
          <InlineLink to={`/runs/${runId}/show`}>{t('challenge.run', { id: runId })}</InlineLink>
        </>
      )}
    </span>
  );
}

/** One challenge: what is contested, what they say, how it stands, and what can be done. */
export function ChallengeEntry({ challenge, children }: { challenge: Challenge; children?: ReactNode }) {
  const t = useText();
  const today = useSession()?.school.today;
  const { subject, contested, says, receivedOn, reason, statement } = challenge;
  return (
    <Box component="li" sx={{ py: '10px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '2px' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 14px' }}>
        <b>{challengeSubjectLabel(subject)}</b>
        <Box sx={{ fontSize: 13 }}>
          <ChallengeStanding challenge={challenge} />
        </Box>
      </Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{t('challenge.contests', { contested })}</Box>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{t('challenge.says', { says })}</Box>
      {statement !== null && (
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', fontWeight: 500 }}>{t('challenge.statement', { statement })}</Box>
      )}
      <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
        {[t('challenge.received', { day: shortDay(receivedOn, today) }), reason !== null && t('challenge.because', { reason })]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      {children && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', mt: '6px' }}>{children}</Box>}
    </Box>
  );
}

/** Beside what is contested: that it is, and what the applicant says. */
export function ContestedMark({ challenges }: { challenges: readonly Challenge[] }) {
  const t = useText();
  const standing = challenges.filter(({ state }) => state !== 'corrected');
  if (standing.length === 0) return null;
  return (
    <Box sx={{ gridColumn: '1 / -1', borderLeft: '3px solid var(--watch-solid)', pl: '10px', my: '6px', fontSize: 13.5 }}>
      {standing.map(({ id, state, subject, contested, says, statement }) => (
        <Box key={id} sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          <b>{t(state === 'declined' ? 'challenge.markDeclined' : 'challenge.mark')}</b>
          {/* A finding stands right above in its own words. */}
          {subject.kind === 'fact' ? `: “${contested}”. ` : '. '}
          {statement === null ? t('challenge.says', { says }) : t('challenge.statement', { statement })}
        </Box>
      ))}
    </Box>
  );
}
