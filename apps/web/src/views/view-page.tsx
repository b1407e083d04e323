import type { CohortViewDetail } from '@matchwatch/contracts';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import { applicantLink } from '../applicants/applicant-links.js';
import { filterChips } from '../applicants/filter-chips.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { longDay } from '../surface/day-text.js';
import { PageFailure } from '../surface/page-failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { TextLink } from '../surface/text-link.js';
import { useHiddenColumns } from './hidden-columns.js';
import { MembershipCard } from './membership-card.js';
import { PasteIdsDialog } from './paste-ids-dialog.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { useRefreshViews, useView } from './use-views.js';
import { listLink } from './view-links.js';
import { ViewReportsCard } from './view-reports-card.js';

/** One saved view: what it asks or who is in it, and who joined and left. */
export function ViewPage() {
  const id = Number(useParams().id);
  const { data: view, error } = useView(id);
  if (error) return <PageFailure error={error} />;
  return view ? <OpenView view={view} /> : <PageSkeleton />;
}

type Doing = 'edit' | 'members' | 'remove';

function OpenView({ view }: { view: CohortViewDetail }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const refresh = useRefreshViews();
  const { setHidden } = useHiddenColumns();
  const [doing, setDoing] = useState<Doing>();
  const does = useRoleDoes();
  const { season: shown } = useSeason();
  const close = () => setDoing(undefined);
  const { id, name, kind, mine, owner, sharedWith, sort, hidden, filter, members, version } = view;
  const shared = sharedWith.length === 0 ? t('views.private') : t('views.sharedWith', { roles: sharedWith.map(roleLabel).join(', ') });
  const season = filter.season ?? shown;
  const common = { name, sharedWith, sort, hidden };
  const asks = [
    ...(filter.season === undefined ? [] : [t('season.match', { season: filter.season })]),
    ...filterChips(filter, t).map(({ label }) => label),
  ];
  return (
    <>
      <PageHeading
        tab={name}
        title={name}
        sub={`${mine ? shared : t('views.by', { name: owner.name })}${kind === 'filter' ? ` · ${asks.join(' · ')}` : ''}`}
        actions={
          <>
            <Button component={Link} to={listLink(view)} onClick={() => setHidden(hidden)} variant="contained">
              {t('views.open')}
            </Button>
            {mine && (
              <>
                <Button variant="outlined" onClick={() => setDoing('edit')}>
                  {t('views.edit.action')}
                </Button>
                <Button variant="outlined" onClick={() => setDoing('remove')}>
                  {t('views.remove.action')}
                </Button>
              </>
            )}
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: '16px' }}>
        {kind === 'group' && (
          <Card
            title={t('views.group.members')}
            action={mine && <Button onClick={() => setDoing('members')}>{t('views.group.changeMembers')}</Button>}
          >
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', columns: { sm: 2 }, columnGap: '24px' }}>
              {members.map((member) => (
                <Box component="li" key={member.id} sx={{ py: '3px', breakInside: 'avoid' }}>
                  <TextLink to={applicantLink(member.id)}>{member.name}</TextLink>{' '}
                  <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
                    {member.externalId}
                  </Box>
                </Box>
              ))}
            </Box>
          </Card>
        )}
        {season !== undefined && does('edition.view') && <ViewReportsCard viewId={id} season={season} />}
        <MembershipCard id={id} since={longDay(view.createdOn)} version={version} />
      </Box>
      {doing === 'edit' && (
        <SaveViewDialog
          view={view}
          content={kind === 'group' ? { kind, sort, hidden, members: members.map((member) => member.id) } : { kind, sort, hidden, filter }}
          onSaved={close}
          onClose={close}
        />
      )}
      {doing === 'members' && (
        <PasteIdsDialog
          ids={members.map(({ externalId }) => externalId)}
          onFound={(found) => {
            const write = { kind: 'group' as const, ...common, members: found.map((member) => member.id) };
            void api
              .changeView(id, version, write)
              .then(() => notify(t('views.saved'), { type: 'success' }))
              .catch((problem: Error) => notify(problem.message, { type: 'error' }))
              .finally(() => {
                refresh();
                close();
              });
          }}
          onClose={close}
        />
      )}
      {doing === 'remove' && (
        <ConfirmDialog
          title={t('views.remove.title', { name })}
          text={t('views.remove.text')}
          confirm={t('views.remove.action')}
          onConfirm={async () => {
            await api.removeView(id);
            notify(t('views.remove.done'), { type: 'success' });
            await navigate('/views');
            refresh();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
