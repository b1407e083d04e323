import type { ListedPerson, ReportBlock } from '@matchwatch/report';
import { levelText } from '@matchwatch/report';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { countText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { ReportNumberText } from './report-number.js';

const few = 5;

interface PeopleBlockProps {
  block: Extract<ReportBlock, { kind: 'people' }>;
  names: ReadonlyMap<number, string>;
}

/** A list of a report: how many, who, and why. */
export function PeopleBlock({ block: { heading, count, people, moves, none }, names }: PeopleBlockProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = people.length <= few + 1 || all ? people : people.slice(0, few);
  return (
    <Box>
      <Typography
        component="h3"
        sx={{ fontSize: 14, fontWeight: 600, display: 'flex', justifyContent: 'space-between', gap: 2, mb: '4px' }}
      >
        <span>{heading}</span>
        <ReportNumberText number={count} />
      </Typography>
      {count.value === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{none}</Box>
      ) : (
        <Box component="ul" sx={plainList}>
          {shown.map((person) => (
            <PersonRow
              key={`${person.applicantId} ${person.lines.join()}`}
              person={person}
              name={names.get(person.applicantId)}
              moves={moves}
            />
          ))}
        </Box>
      )}
      {people.length > shown.length && (
        <Box className="no-print" sx={{ pt: '8px' }}>
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('reports.more', { count: countText(people.length) })}
          </LinkButton>
        </Box>
      )}
      {count.value > people.length && (all || people.length === shown.length) && (
        <Box sx={{ color: 'var(--mute)', fontSize: 13, pt: '6px' }}>
          {t('reports.others', { count: countText(count.value - people.length) })}
        </Box>
      )}
    </Box>
  );
}

function PersonRow({
  person: { applicantId, from, to, lines },
  name,
  moves,
}: {
  person: ListedPerson;
  name: string | undefined;
  moves: boolean;
}) {
  const t = useText();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: '2px 12px',
        alignItems: 'baseline',
        py: '8px',
        borderTop: '1px solid var(--line)',
        breakInside: 'avoid',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        {name === undefined ? (
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t('reports.closed')}
          </Box>
        ) : (
          <TextLink to={applicantLink(applicantId)} sx={{ fontWeight: 600, color: 'var(--ink)' }}>
            {name}
          </TextLink>
        )}
        {lines.map((line) => (
          <Box key={line} sx={{ color: 'var(--mute)', fontSize: 13.5, textWrap: 'pretty' }}>
            {line}
          </Box>
        ))}
      </Box>
      {moves && to !== null && (
        <Box sx={{ textAlign: 'right' }}>
          <LevelBadge level={to} />
          {from !== to && (
            <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '2px' }}>{from === null ? '' : levelText(from).toLowerCase()}</Box>
          )}
        </Box>
      )}
    </Box>
  );
}
