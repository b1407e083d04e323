import type { QueuedApplicant, ReviewedFlag } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { sentence } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { forwardRef } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { advisorName, applicantName, spokenName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { FindingBadge, LevelBadge } from '../level/level-badge.js';
import { useToday } from '../session/use-today.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { DecisionBar, type OfferedDecision } from './decision-bar.js';
import { UrgencyParts } from './urgency-parts.js';

interface QueueRowProps {
  row: QueuedApplicant;
  isCurrent: boolean;
  busy: boolean;
  /** Ids of flags that a decision leaves alone. */
  leftOut: ReadonlySet<number>;
  onToggle: (flagId: number) => void;
  onDecide: (decision: OfferedDecision) => void;
  onFocus: () => void;
}

/** One applicant of the queue: who, how urgent and why, what was found, and what can be said of it. */
export const QueueRow = forwardRef<HTMLLIElement, QueueRowProps>(function QueueRow(
  { row, isCurrent, busy, leftOut, onToggle, onDecide, onFocus },
  ref,
) {
  const t = useText();
  const { applicant, flags } = row;
  const name = spokenName(applicant.name);
  const about = [
    applicant.primarySpecialty ? specialtyName(applicant.primarySpecialty) : t('applicant.undecided'),
    applicant.advisor ? advisorName(applicant.advisor) : t('applicant.noAdvisor'),
  ];
  return (
    <Box
      component="li"
      ref={ref}
      tabIndex={-1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={name}
      onFocus={onFocus}
      onClick={onFocus}
      sx={{
        bgcolor: 'var(--paper)',
        border: '1px solid var(--line)',
        borderRadius: '14px',
        p: { xs: '14px 16px', sm: '16px 20px' },
        display: 'grid',
        gap: '10px',
        minWidth: 0,
        outline: 'none',
        scrollMargin: '80px',
        '&[aria-current]': { borderColor: 'var(--brand)', boxShadow: 'inset 3px 0 0 var(--brand)' },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px' }}>
        <TextLink to={applicantLink(row.id)} sx={{ fontWeight: 600, color: 'var(--ink)', fontSize: 16 }}>
          {applicantName(applicant.name)}
        </TextLink>
        {applicant.riskLevel && <LevelBadge level={applicant.riskLevel} />}
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{about.join(' · ')}</Box>
      </Box>
      <UrgencyParts row={row} />
      <Box component="ul" aria-label={t('queue.flags', { name })} sx={plainList}>
        {flags.map((flag, at) => (
          <WaitingFlag
            key={flag.id}
            flag={flag}
            number={isCurrent && flags.length > 1 && at < 9 ? at + 1 : undefined}
            isTaken={!leftOut.has(flag.id)}
            onToggle={flags.length > 1 ? () => onToggle(flag.id) : undefined}
          />
        ))}
      </Box>
      <DecisionBar name={name} busy={busy} withKeys={isCurrent} onDecide={onDecide} />
    </Box>
  );
});

interface WaitingFlagProps {
  flag: ReviewedFlag;
  /** The key that takes it in or out. */
  number: number | undefined;
  isTaken: boolean;
  onToggle: (() => void) | undefined;
}

function WaitingFlag({ flag, number, isTaken, onToggle }: WaitingFlagProps) {
  const t = useText();
  const today = useToday();
  const { review } = flag;
  const text = sentence(flag);
  const notes = [
    flag.since && t('queue.waitsSince', { day: shortDay(flag.since, today) }),
    flag.dueOn && t('queue.dueOn', { day: shortDay(flag.dueOn, today) }),
    review?.decided === 'snoozed' && review.until && t('queue.was', { day: shortDay(review.until, today) }),
    review?.state === 'escalated' && t('queue.escalatedBy', { by: review.by }),
    review?.assignedTo && t('queue.assignedTo', { name: review.assignedTo.name }),
    review?.note && `“${review.note}”`,
  ];
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: onToggle ? '28px minmax(0, 1fr)' : 'minmax(0, 1fr)',
        alignItems: 'start',
        gap: '0 4px',
        py: '4px',
        opacity: isTaken ? 1 : 0.6,
      }}
    >
      {onToggle && (
        <Checkbox
          size="small"
          checked={isTaken}
          onChange={onToggle}
          slotProps={{ input: { 'aria-label': number === undefined ? text : `${number}: ${text}` } }}
          sx={{ p: '2px', mt: '-1px' }}
        />
      )}
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline' }}>
          <Box component="span" sx={{ textWrap: 'pretty' }}>
            {text}
          </Box>
          <FindingBadge level={flag.level} />
        </Box>
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>{notes.filter(Boolean).join(' · ')}</Box>
      </Box>
    </Box>
  );
}
