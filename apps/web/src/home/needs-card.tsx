import type { ApplicantFilter, Home, ListedTask } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { applicantsLink } from '../applicants/applicant-links.js';
import { type TextKey, useText } from '../i18n/use-text.js';
import { queueLink } from '../reviews/queue-filter-bar.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { countText, shortDay } from '../surface/day-text.js';

const Row = styled(Link)({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: 16,
  padding: '8px 8px',
  margin: '0 -8px',
  borderRadius: 8,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { backgroundColor: 'var(--raised)' },
  '& b': { fontSize: 17, fontWeight: 650, letterSpacing: '-0.01em' },
});

/** What the office itself can put right: nobody assigned, nothing known, nothing updated. */
export function NeedsCard({ home }: { home: Home }) {
  const t = useText();
  const { needs, season } = home;
  const does = useRoleDoes();
  const challenges = does('challenge.write');
  const today = useSession()?.school.today;
  const { total: reminders = 0 } = useGetList<ListedTask>(
    'tasks',
    { filter: { whose: 'mine', remindTo: today }, pagination: { page: 1, perPage: 1 }, sort: { field: 'dueOn', order: 'ASC' } },
    { enabled: today !== undefined && does('notes.view') },
  );
  const { reviews, ...owed } = home.responses;
  // An advisor's number is that of their own.
  const view = useSession()?.user.role === 'advisor' ? 'mine' : 'all';
  const rows: { text: TextKey; count: number; filter: ApplicantFilter }[] = [
    { text: 'home.needs.unreviewed', count: owed.unreviewed, filter: { rule: 'care.unreviewed' } },
    { text: 'home.needs.unmet', count: owed.unmet, filter: { rule: 'care.no-meeting' } },
    { text: 'home.needs.withoutPlan', count: owed.withoutPlan, filter: { rule: 'care.no-plan' } },
    { text: 'home.needs.overdue', count: owed.overdue, filter: { rule: 'care.overdue-task' } },
    { text: 'home.needs.noAdvisor', count: needs.atRiskWithoutAdvisor, filter: { riskLevel: ['high-risk', 'at-risk'], noAdvisor: true } },
    { text: 'home.needs.notAssessable', count: needs.notAssessable, filter: { riskLevel: ['not-assessable'] } },
    { text: 'home.needs.noSpecialty', count: needs.noSpecialty, filter: { noSpecialty: true } },
    { text: 'home.needs.stale', count: needs.stale, filter: { staleSince: needs.staleSince } },
  ];
  return (
    <Card title={t('home.needs.title')}>
      {reviews && (
        <Row to={queueLink(view, season)}>
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t(`home.needs.reviews.${view}`)}
          </Box>
          <b>{countText(reviews[view])}</b>
        </Row>
      )}
      {reminders > 0 && (
        <Row to="/tasks">
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t('home.needs.reminders')}
          </Box>
          <b>{countText(reminders)}</b>
        </Row>
      )}
      {rows.map(({ text, count, filter }) => (
        <Row key={text} to={applicantsLink({ season, ...filter })}>
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t(text, { day: shortDay(needs.staleSince) })}
          </Box>
          <b>{countText(count)}</b>
        </Row>
      ))}
      {challenges && (
        <Row to={`/challenges?filter=${encodeURIComponent(JSON.stringify({ season, overdue: true }))}`}>
          <Box component="span" sx={{ color: 'var(--mute)' }}>
            {t('home.needs.challenges')}
          </Box>
          <b>{countText(needs.challengesOverdue)}</b>
        </Row>
      )}
    </Card>
  );
}
