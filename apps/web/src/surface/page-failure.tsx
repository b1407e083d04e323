import { Failure } from './failure.js';
import { usePageTitle } from './page-heading.js';

/** What react-admin shows when a page threw: our own words instead of a stack. */
export function PageFailure({ error, resetErrorBoundary }: { error?: unknown; resetErrorBoundary?: () => void }) {
  usePageTitle('Something went wrong');
  return <Failure wholePage error={error} {...(resetErrorBoundary && { onRetry: resetErrorBoundary })} />;
}
