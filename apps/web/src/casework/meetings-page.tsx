import type { ListedMeeting } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useGetList } from 'react-admin';
import { useSearchParams } from 'react-router';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { TextLink } from '../surface/text-link.js';
import { useLogMeeting } from './log-meeting.js';
import { MeetingItem } from './meeting-item.js';

const views = ['upcoming', 'past', 'all'] as const;
type View = (typeof views)[number];
const perPage = 25;

/** My meetings: what is to come, nearest first, and what was held, the latest first. */
export function MeetingsPage() {
  const t = useText();
  const log = useLogMeeting();
  const does = useRoleDoes();
  const [params, setParams] = useSearchParams();
  const view = views.find((each) => each === params.get('view')) ?? 'upcoming';
  const pages = Math.max(1, Math.min(8, Number(params.get('pages')) || 1));
  const filter =
    view === 'upcoming' ? { mine: true, state: ['planned'] } : view === 'past' ? { mine: true, state: ['held', 'missed'] } : {};
  const { data, total, error, isPending, refetch } = useGetList<ListedMeeting>('meetings', {
    filter,
    pagination: { page: 1, perPage: perPage * pages },
    sort: { field: 'on', order: view === 'upcoming' ? 'ASC' : 'DESC' },
  });
  const show = (next: View) => setParams(next === 'upcoming' ? {} : { view: next }, { replace: true });
  const button = log && (
    <Button variant="contained" onClick={() => log({})} aria-keyshortcuts="M">
      {t('casework.log')}
    </Button>
  );
  return (
    <>
      <PageHeading tab={t('meetings.pageTitle')} title={t('meetings.pageTitle')} sub={t('meetings.sub')} actions={button} />
      <Tabs
        value={view}
        onChange={(_event, next: View) => show(next)}
        aria-label={t('meetings.tabs.label')}
        sx={{ mb: '18px', borderBottom: '1px solid var(--line)' }}
      >
        {views.map((each) => (
          <Tab key={each} value={each} label={t(`meetings.tabs.${each}`)} id={`meetings-${each}`} aria-controls="meetings-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="meetings-panel" aria-labelledby={`meetings-${view}`}>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <Card>
            {isPending && <RowSkeletons rows={5} />}
            {data?.length === 0 && (
              <EmptyState title={t('meetings.none')} action={button}>
                {view !== 'all' && t(view === 'upcoming' ? 'meetings.noneUpcoming' : 'meetings.nonePast')}
              </EmptyState>
            )}
            <Box component="ul" sx={plainList}>
              {data?.map((meeting) => (
                <MeetingItem
                  key={meeting.id}
                  meeting={meeting}
                  mayWrite={does('meeting.write')}
                  mayReadRestricted={false}
                  whose={
                    <TextLink to={`${applicantLink(meeting.applicantId)}?tab=casework`} sx={{ fontWeight: 600 }}>
                      {meeting.applicant}
                    </TextLink>
                  }
                />
              ))}
            </Box>
            {data && total !== undefined && total > data.length && (
              <LinkButton
                type="button"
                onClick={() => setParams({ ...(view !== 'upcoming' && { view }), pages: String(pages + 1) }, { replace: true })}
              >
                {t('casework.showAll', { count: total })}
              </LinkButton>
            )}
          </Card>
        )}
      </Box>
    </>
  );
}
