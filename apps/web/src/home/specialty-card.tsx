import type { Home } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { riskLevelLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router';
import { applicantsLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { Card } from '../surface/card.js';
import { countText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { visuallyHidden } from '../surface/visually-hidden.js';
import { LevelBar } from './level-strip.js';

const Row = styled(Link)({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 150px) minmax(0, 1fr) 44px',
  gap: 10,
  alignItems: 'center',
  padding: '5px 8px',
  margin: '0 -8px',
  borderRadius: 8,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { backgroundColor: 'var(--raised)' },
});

const shownAtFirst = 8;

/** Levels by specialty, largest first; each row leads to its list. */
export function SpecialtyCard({ home }: { home: Home }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const rows = home.bySpecialty.map(({ specialty, levels }) => ({
    specialty,
    levels,
    total: Object.values(levels).reduce((sum, count) => sum + count, 0),
  }));
  const largest = Math.max(1, ...rows.map(({ total }) => total));
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <Card title={t('home.specialties.title')}>
      {shown.map(({ specialty, levels, total }) => {
        const name = specialty === null ? t('applicant.undecided') : specialtyName(specialty);
        const spoken = levelsBySeverity.flatMap((level) =>
          levels[level] ? [`${levels[level]} ${riskLevelLabel(level).toLowerCase()}`] : [],
        );
        return (
          <Row
            key={specialty ?? 'undecided'}
            to={applicantsLink({ season: home.season, ...(specialty === null ? { noSpecialty: true } : { specialty: [specialty] }) })}
            title={spoken.join(', ')}
          >
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {name}
            </Box>
            <Box component="span" sx={{ width: `${Math.max(6, (100 * total) / largest)}%`, borderRadius: '6px', overflow: 'hidden' }}>
              <LevelBar levels={levels} />
            </Box>
            <Box component="span" sx={{ textAlign: 'right', color: 'var(--mute)' }}>
              {countText(total)}
            </Box>
            <Box component="span" sx={visuallyHidden}>
              {spoken.join(', ')}
            </Box>
          </Row>
        );
      })}
      {rows.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('home.specialties.more', { count: rows.length - shown.length })}
        </LinkButton>
      )}
    </Card>
  );
}
