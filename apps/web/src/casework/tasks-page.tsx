import type { ListedTask } from '@matchwatch/contracts';
import { addDays, type Day } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useSearchParams } from 'react-router';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { TextLink } from '../surface/text-link.js';
import { TaskItem } from './task-item.js';

const views = ['mine', 'applicants', 'all'] as const;
type View = (typeof views)[number];

/** Tasks by when they are due: mine, those of my applicants, or all that I may see. */
export function TasksPage() {
  const t = useText();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const view = views.find((each) => each === params.get('whose')) ?? 'mine';
  return (
    <>
      <PageHeading tab={t('tasks.pageTitle')} title={t('tasks.pageTitle')} sub={t('tasks.sub')} />
      <Tabs
        value={view}
        onChange={(_event, next: View) => setParams(next === 'mine' ? {} : { whose: next }, { replace: true })}
        aria-label={t('tasks.tabs.label')}
        sx={{ mb: '18px', borderBottom: '1px solid var(--line)' }}
      >
        {views.map((each) => (
          <Tab key={each} value={each} label={t(`tasks.tabs.${each}`)} id={`tasks-${each}`} aria-controls="tasks-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="tasks-panel" aria-labelledby={`tasks-${view}`} sx={{ display: 'grid', gap: '18px' }}>
        {today && <Groups key={view} whose={view} today={today} />}
      </Box>
    </>
  );
}

function Groups({ whose, today }: { whose: View; today: Day }) {
  const t = useText();
  const last = addDays(today, 6);
  const [more, setMore] = useState<readonly string[]>([]);
  const rows = (name: string) => (more.includes(name) ? mostRows : fewRows);
  const overdue = useTasks(whose, { dueTo: addDays(today, -1) }, rows('overdue'));
  const week = useTasks(whose, { dueFrom: today, dueTo: last }, rows('week'));
  const later = useTasks(whose, { dueFrom: addDays(last, 1) }, rows('later'));
  const done = useTasks(whose, { state: ['done'] }, 5, { field: 'doneOn', order: 'DESC' });
  // Whatever is late or due this week stands there already.
  const reminded = useTasks(whose, { remindTo: today, dueFrom: addDays(last, 1) }, rows('reminded'));
  const all = [overdue, week, later];
  const failed = all.find(({ error }) => error);
  if (failed) return <Failure error={failed.error} onRetry={() => void Promise.all(all.map(({ refetch }) => refetch()))} />;
  if (all.every(({ total }) => total === 0) && done.total === 0) {
    return (
      <Card>
        <EmptyState title={t('tasks.none')}>{t('tasks.noneHelp')}</EmptyState>
      </Card>
    );
  }
  return (
    <>
      <Group name="overdue" list={overdue} onMore={() => setMore([...more, 'overdue'])} />
      <Group name="week" list={week} onMore={() => setMore([...more, 'week'])} />
      <Group name="reminded" list={reminded} onMore={() => setMore([...more, 'reminded'])} />
      <Group name="later" list={later} onMore={() => setMore([...more, 'later'])} />
      <Group name="done" list={done} />
    </>
  );
}

/** Rows of a group at first, and most that one request may ask for. */
const fewRows = 25;
const mostRows = 200;

interface Order {
  field: 'dueOn' | 'doneOn';
  order: 'ASC' | 'DESC';
}

function useTasks(whose: View, filter: object, perPage: number, sort: Order = { field: 'dueOn', order: 'ASC' }) {
  return useGetList<ListedTask>('tasks', { filter: { whose, ...filter }, pagination: { page: 1, perPage }, sort });
}

interface GroupProps {
  name: 'reminded' | 'overdue' | 'week' | 'later' | 'done';
  list: ReturnType<typeof useTasks>;
  onMore?: () => void;
}

function Group({ name, list: { data, total, isPending }, onMore }: GroupProps) {
  const t = useText();
  const does = useRoleDoes();
  if (!isPending && (data?.length ?? 0) === 0) return null;
  return (
    <Card title={t(`tasks.groups.${name}`)} action={name !== 'done' && total !== undefined && t('tasks.count', { smart_count: total })}>
      {isPending && <RowSkeletons rows={2} />}
      <Box component="ul" sx={plainList}>
        {data?.map((task) => (
          <TaskItem
            key={task.id}
            task={task}
            mayWrite={does('plan.write')}
            whose={
              <TextLink to={`${applicantLink(task.applicantId)}?tab=casework`} sx={{ fontSize: 13, fontWeight: 600 }}>
                {task.applicant}
              </TextLink>
            }
          />
        ))}
      </Box>
      {onMore && data && data.length === fewRows && total !== undefined && total > fewRows && (
        <LinkButton type="button" onClick={onMore}>
          {t('casework.showAll', { count: Math.min(total, mostRows) })}
        </LinkButton>
      )}
    </Card>
  );
}
