import type { ApplicantRow, Home } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { chip, clearsWhen } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { applicantLink, applicantsLink } from '../applicants/applicant-links.js';
import { advisorName, applicantName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';

/** Who needs a person first, why, and the one thing to do next. */
export function FirstCard({ home }: { home: Home }) {
  const t = useText();
  const serious = home.needs.highRisk + home.needs.atRisk;
  return (
    <Card
      title={t('home.first.title')}
      action={
        serious > home.first.length && (
          <TextLink to={applicantsLink({ season: home.season, riskLevel: ['high-risk', 'at-risk'] })}>
            {t('home.first.all', { count: serious })}
          </TextLink>
        )
      }
    >
      {home.first.length === 0 ? (
        <EmptyState title={t('home.first.nobody')}>{t('home.first.nobodyText')}</EmptyState>
      ) : (
        <Box component="ul" sx={plainList}>
          {home.first.map((row) => (
            <FirstRow key={row.id} row={row} />
          ))}
        </Box>
      )}
    </Card>
  );
}

function FirstRow({ row }: { row: ApplicantRow }) {
  const t = useText();
  const today = useToday();
  const clearing = row.reasons.map((reason) => clearsWhen(reason)).find((text) => text !== undefined);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '178px minmax(0, 1fr) auto' },
        gap: { xs: '4px 12px', sm: '4px 16px' },
        alignItems: 'baseline',
        py: '11px',
        borderTop: '1px solid var(--line)',
        '&:first-of-type': { borderTop: 0, pt: '2px' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <TextLink to={applicantLink(row.id)} sx={{ fontWeight: 600, color: 'var(--ink)' }}>
          {applicantName(row.name)}
        </TextLink>
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {row.primarySpecialty ? specialtyName(row.primarySpecialty) : t('applicant.undecided')}
        </Box>
      </Box>
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, gridRow: { xs: 2, sm: 'auto' }, minWidth: 0 }}>
        {row.reasons
          .slice(0, 2)
          .map((reason) => chip(reason))
          .join(' · ')}
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {row.advisor === null ? (
            <TextLink to={applicantLink(row.id, 'identity')}>{t('home.first.assign')}</TextLink>
          ) : (
            (clearing ?? t('home.first.talk', { advisor: advisorName(row.advisor) }))
          )}
        </Box>
      </Box>
      <Box sx={{ textAlign: 'right' }}>
        {row.riskLevel && <LevelBadge level={row.riskLevel} />}
        {row.levelSince && (
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '2px', display: { xs: 'none', sm: 'block' } }}>
            {t('applicant.since', { day: shortDay(row.levelSince, today) })}
          </Box>
        )}
      </Box>
    </Box>
  );
}
