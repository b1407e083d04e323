import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { usePageTitle } from '../surface/page-heading.js';

/** Where a role ends up that a page is not open to. */
export function ClosedPage() {
  const t = useText();
  usePageTitle(t('failure.forbidden.title'));
  return (
    <EmptyState
      title={t('failure.forbidden.title')}
      action={
        <Button component={Link} to="/" variant="contained">
          {t('nav.home')}
        </Button>
      }
    >
      {t('failure.forbidden.happened')}
    </EmptyState>
  );
}
