import Box from '@mui/material/Box';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { LogMeetingProvider } from '../casework/log-meeting.js';
import { useText } from '../i18n/use-text.js';
import { useFreshAfterRuns } from '../runs/use-fresh-after-runs.js';
import { SeasonProvider } from '../season/season-context.js';
import { useSignOutAtSessionEnd } from '../session/use-sign-out-at-session-end.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { BottomNav } from './bottom-nav.js';
import { ErrorBoundary } from './error-boundary.js';
import { QuickSearch } from './quick-search.js';
import { SideNav } from './side-nav.js';
import { TopBar } from './top-bar.js';
import { useSearchKey } from './use-search-key.js';

/** The frame around every page. */
export function AppLayout({ children }: { children: ReactNode }) {
  const t = useText();
  const [searching, setSearching] = useState(false);
  const { pathname } = useLocation();
  const main = useFocusOnNewPage(pathname);
  useSearchKey(() => setSearching(true));
  useFreshAfterRuns();
  useSignOutAtSessionEnd();
  return (
    <SeasonProvider>
      <LogMeetingProvider>
        <Box
          component="a"
          href="#main"
          sx={{
            position: 'absolute',
            left: 12,
            top: -60,
            zIndex: 'tooltip',
            bgcolor: 'var(--paper)',
            color: 'var(--brand)',
            p: '8px 14px',
            borderRadius: '9px',
            '&:focus': { top: 12 },
          }}
        >
          {t('nav.skip')}
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '212px minmax(0, 1fr)' }, minHeight: '100dvh' }}>
          <Box sx={{ display: { xs: 'none', md: 'block' }, bgcolor: 'var(--paper)', borderRight: '1px solid var(--line)' }}>
            <SideNav />
          </Box>
          <Box sx={{ maxWidth: 1236, width: '100%', p: { xs: '12px 16px 96px', sm: '16px 20px 96px', md: '22px 28px 48px' } }}>
            <TopBar onSearch={() => setSearching(true)} />
            <Box component="main" id="main" ref={main} tabIndex={-1} sx={{ outline: 'none' }}>
              <ErrorBoundary key={pathname}>
                <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
              </ErrorBoundary>
            </Box>
          </Box>
        </Box>
        <BottomNav />
        <QuickSearch open={searching} onClose={() => setSearching(false)} />
      </LogMeetingProvider>
    </SeasonProvider>
  );
}

/** Takes keyboard and screen-reader users to the new page, as a full page load would. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const navigation = useNavigationType();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (navigation !== 'POP') window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, navigation]);
  return main;
}
