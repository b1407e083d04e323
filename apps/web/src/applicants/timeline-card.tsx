import type { AdvisorSpan, ApplicantDetail, HistoryEntry, ReviewEvent } from '@matchwatch/contracts';
import { findingLevelLabel, riskLevelLabel, ruleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseworkEntries } from '../casework/timeline-entries.js';
import { useCasework } from '../casework/use-casework.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { InlineLink } from '../surface/text-link.js';
import { type TimelineEntry, type TimelineKind, timelineDays, timelineKinds } from './timeline.js';

const shownAtFirst = 5;
const shownMore = 30;

/** How the level came to be and what was done: every change with the run that made it, meetings, the plan, tasks and referrals. */
export function TimelineCard({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  const today = useSession()?.school.today;
  const api = useApi();
  const [most, setMost] = useState(shownAtFirst);
  const [kinds, setKinds] = useState<ReadonlySet<TimelineKind>>(new Set());
  const whole = most > shownAtFirst;
  const { data: casework } = useCasework(detail.id, detail.may.includes('notes.view'));
  // Reading the history of a record is a look of its own: asked for when somebody wants the whole of it.
  const { data: history } = useQuery<HistoryEntry[]>({
    queryKey: ['applicants', 'history', detail.id, detail.version],
    queryFn: ({ signal }) => api.getHistory(detail.id, signal),
    enabled: whole && detail.may.includes('record.view'),
  });
  const { data: reviews } = useQuery<ReviewEvent[]>({
    queryKey: ['applicants', 'review-history', detail.id, detail.reviewRevision],
    queryFn: ({ signal }) => api.getReviewHistory(detail.id, signal),
    enabled: whole,
  });
  const { data: advisors } = useQuery<AdvisorSpan[]>({
    queryKey: ['applicants', 'advisors', detail.id, detail.version],
    queryFn: ({ signal }) => api.getAdvisors(detail.id, signal),
    enabled: whole && detail.may.includes('record.view'),
  });
  const parts = { casework: casework && caseworkEntries(casework, t), history, reviews, advisors, challenges: detail.challenges };
  const days = timelineDays(detail, parts, t, kinds);
  const shown = days.slice(0, most);
  const toggle = (kind: TimelineKind) => {
    setMost((before) => Math.max(before, shownMore));
    setKinds((before) => new Set(before.has(kind) ? [...before].filter((each) => each !== kind) : [...before, kind]));
  };
  return (
    <Card title={t('timeline.title')}>
      <Box role="group" aria-label={t('timeline.filter')} sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px', mb: '12px' }}>
        {timelineKinds.map((kind) => (
          <Chip
            key={kind}
            component="button"
            size="small"
            variant={kinds.has(kind) ? 'filled' : 'outlined'}
            color={kinds.has(kind) ? 'primary' : 'default'}
            aria-pressed={kinds.has(kind)}
            label={t(`timeline.of.${kind}`)}
            onClick={() => toggle(kind)}
          />
        ))}
      </Box>
      {days.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('timeline.none')}</Box>}
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: '0 0 0 5px', p: '0 0 0 16px', borderLeft: days.length > 0 ? '2px solid var(--line)' : 0 }}
      >
        {shown.map(({ on, entries }) => (
          <Box
            component="li"
            key={on}
            sx={{
              position: 'relative',
              pb: '13px',
              '&::before': {
                content: '""',
                position: 'absolute',
                left: -22,
                top: 6,
                width: 9,
                height: 9,
                borderRadius: 9,
                bgcolor: 'var(--brand)',
                border: '1px solid var(--paper)',
              },
            }}
          >
            <Box component="time" dateTime={on} sx={{ color: 'var(--mute)', fontSize: 12.5, display: 'block' }}>
              {shortDay(on, today)}
            </Box>
            {entries.map((entry) => (
              <Entry key={`${entry.type}-${entry.type === 'level' ? entry.runId : entry.id}`} entry={entry} />
            ))}
          </Box>
        ))}
      </Box>
      {(days.length > shown.length || !whole) && (
        <LinkButton type="button" onClick={() => setMost(most + shownMore)}>
          {whole ? t('timeline.more', { count: days.length - shown.length }) : t('timeline.whole')}
        </LinkButton>
      )}
    </Card>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  if (entry.type === 'level')
    return (
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', py: '2px' }}>
        <LevelBadge level={entry.to} />
        <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {entry.from ? t('timeline.from', { level: riskLevelLabel(entry.from).toLowerCase() }) : t('timeline.firstAnswer')}{' '}
          <InlineLink to={`/runs/${entry.runId}/show`}>{t('timeline.run', { id: entry.runId })}</InlineLink>
        </Box>
      </Box>
    );
  if (entry.type === 'casework' || entry.type === 'said') return <Box sx={{ fontSize: 13.5, overflowWrap: 'anywhere' }}>{entry.text}</Box>;
  const kind = t(`timeline.kinds.${entry.kind}`, { level: entry.to ? findingLevelLabel(entry.to).toLowerCase() : '' });
  return (
    <Box sx={{ fontSize: 13.5 }}>
      {ruleLabel(entry.code)}{' '}
      <Box component="span" sx={{ color: entry.kind === 'closed' ? 'var(--on-track-ink)' : 'var(--mute)' }}>
        {kind}
      </Box>
    </Box>
  );
}
