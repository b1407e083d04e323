import type { Home } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { chip, riskLevelLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { applicantsLink } from '../applicants/applicant-links.js';
import { applicantName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { LevelMoveRow } from '../level/level-move-row.js';
import { Card } from '../surface/card.js';
import { countText, longDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { NumberLink } from '../surface/text-link.js';
import { ChangeSign } from './change-sign.js';

type Change = Home['changed'][number];
const directions = ['new', 'worse', 'better'] as const;

/** New, worse and better since the last picture, with what made it so. */
export function ChangedCard({ home }: { home: Home }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const { since, changes, changed, season } = home;
  const shown = all ? changed : changed.slice(0, 6);
  return (
    <Card
      title={since === null ? t('home.changed.titleFirst') : t('home.changed.title', { day: longDay(since) })}
      action={
        since !== null && (
          <Box component="span" sx={{ display: 'inline-flex', gap: '14px', flexWrap: 'wrap' }}>
            {directions.map((direction) => (
              <NumberLink key={direction} to={applicantsLink({ season, changedSince: since, direction })}>
                {t(`home.changed.${direction}`, { count: countText(changes[direction]) })}
              </NumberLink>
            ))}
          </Box>
        )
      }
    >
      {changed.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t(since === null ? 'home.changed.firstText' : 'home.changed.nothing')}</Box>
      ) : (
        <Box component="ul" sx={plainList}>
          {shown.map((change) => (
            <ChangedRow key={change.applicant.id} change={change} />
          ))}
        </Box>
      )}
      {changed.length > shown.length && (
        <Box sx={{ pt: '10px', borderTop: '1px solid var(--line)' }}>
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('home.changed.more', { count: changed.length - shown.length })}
          </LinkButton>
        </Box>
      )}
    </Card>
  );
}

function ChangedRow({ change: { direction, from, to, applicant } }: { change: Change }) {
  const t = useText();
  const why = applicant.reasons.slice(0, 2).map((reason) => chip(reason));
  return (
    <LevelMoveRow
      applicantId={applicant.id}
      name={applicantName(applicant.name)}
      sub={applicant.primarySpecialty ? specialtyName(applicant.primarySpecialty) : t('applicant.undecided')}
      sign={<ChangeSign direction={direction} />}
      why={why.length > 0 ? why.join(' · ') : t(direction === 'better' ? 'home.changed.cleared' : 'home.changed.noReason')}
    >
      <Box sx={{ textAlign: 'right' }}>
        <LevelBadge level={to} />
        {from && (
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '2px', display: { xs: 'none', sm: 'block' } }}>
            {t('home.changed.was', { level: riskLevelLabel(from).toLowerCase() })}
          </Box>
        )}
      </Box>
    </LevelMoveRow>
  );
}
