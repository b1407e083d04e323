import type { ApplicantDetail, Challenge, Flag } from '@matchwatch/contracts';
import { clearsWhen, sentence } from '@matchwatch/words';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { ContestedMark } from '../challenges/challenge-entry.js';
import { useText } from '../i18n/use-text.js';
import { FindingBadge } from '../level/level-badge.js';
import { useSession } from '../session/use-session.js';
import { shortDay } from '../surface/day-text.js';
import { ReasonEvidence } from './reason-evidence.js';
import { SourceTag } from './source-tag.js';
import type { RuleEntry } from './use-rulebook.js';

export type ReasonFinding = NonNullable<ApplicantDetail['answer']>['findings'][number];

export interface ReasonProps {
  finding: ReasonFinding;
  rule: RuleEntry | undefined;
  flag: Flag | undefined;
  /** Whether this is what set the applicant's level. */
  setsLevel: boolean;
  /** What the applicant contests of it. */
  challenges?: readonly Challenge[];
  /** What was said of it, and what may be. */
  review?: ReactNode;
}

/** One reason: what was found against which threshold, since when, by which source, and what would clear it. */
export function Reason({ finding, rule, flag, setsLevel, challenges = [], review }: ReasonProps) {
  const t = useText();
  const today = useSession()?.school.today;
  const clears = clearsWhen(finding);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        gap: '2px 16px',
        py: '12px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: '2px' },
      }}
    >
      <Box sx={{ fontWeight: 600, textWrap: 'pretty' }}>{sentence(finding)}</Box>
      <Box sx={{ gridRow: { xs: 1, sm: 'auto' } }}>
        <FindingBadge level={finding.level} />
      </Box>
      <Box
        sx={{
          gridColumn: '1 / -1',
          color: 'var(--mute)',
          display: 'flex',
          flexWrap: 'wrap',
          gap: '2px 10px',
          alignItems: 'baseline',
          fontSize: 13.5,
        }}
      >
        {setsLevel && (
          <Box component="span" sx={{ color: 'var(--ink)' }}>
            {t('reasons.setsLevel')}
          </Box>
        )}
        {flag && <span>{t('reasons.since', { day: shortDay(flag.levelSince, today) })}</span>}
        {flag && flag.openedOn !== flag.levelSince && <span>{t('reasons.opened', { day: shortDay(flag.openedOn, today) })}</span>}
        {rule?.basis.map((basis) => (
          <SourceTag key={basis.id} basis={basis} />
        ))}
      </Box>
      {clears && <Box sx={{ gridColumn: '1 / -1', fontSize: 13.5, color: 'var(--mute)', textWrap: 'pretty' }}>{clears}</Box>}
      <ContestedMark challenges={challenges} />
      <ReasonEvidence finding={finding} rule={rule} />
      {review}
    </Box>
  );
}
