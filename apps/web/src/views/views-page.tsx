import type { ListedCohortView } from '@matchwatch/contracts';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { countText } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { NumberLink, TextLink } from '../surface/text-link.js';
import { useViews } from './use-views.js';
import { listLink, viewLink } from './view-links.js';

/** Every saved view that is open to whoever is signed in. */
export function ViewsPage() {
  const t = useText();
  const { data: views, error, refetch } = useViews();
  return (
    <>
      <PageHeading tab={t('views.tab')} title={t('views.title')} sub={t('views.sub')} />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card flush>
          {views === undefined ? (
            <RowSkeletons rows={4} />
          ) : views.length === 0 ? (
            <EmptyState
              title={t('views.none.title')}
              action={
                <Button component={Link} to="/applicants" variant="contained">
                  {t('views.toList')}
                </Button>
              }
            >
              {t('views.none.text')}
            </EmptyState>
          ) : (
            <Box component="ul" sx={plainList}>
              {views.map((view) => (
                <ViewRow key={view.id} view={view} />
              ))}
            </Box>
          )}
        </Card>
      )}
    </>
  );
}

function ViewRow({ view }: { view: ListedCohortView }) {
  const t = useText();
  const shared =
    view.sharedWith.length === 0 ? t('views.private') : t('views.sharedWith', { roles: view.sharedWith.map(roleLabel).join(', ') });
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'baseline',
        gap: '4px 16px',
        flexWrap: 'wrap',
        p: '11px 20px',
        '& + &': { borderTop: '1px solid var(--line)' },
      }}
    >
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <TextLink to={viewLink(view.id)} sx={{ fontWeight: 600 }}>
          {view.name}
        </TextLink>
        <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {t(`views.kinds.${view.kind}`)} · {view.mine ? shared : t('views.by', { name: view.owner.name })}
        </Box>
      </Box>
      <NumberLink to={listLink(view)}>{t('views.people', { smart_count: view.count, count: countText(view.count) })}</NumberLink>
    </Box>
  );
}
