import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { usePageTitle } from '../surface/page-heading.js';

export function NotFoundPage() {
  const t = useText();
  usePageTitle(t('failure.not-found.title'));
  return (
    <EmptyState
      title={t('failure.not-found.title')}
      action={
        <Button component={Link} to="/" variant="contained">
          {t('nav.home')}
        </Button>
      }
    >
      {t('failure.not-found.next')}
    </EmptyState>
  );
}
