import { lazy, Suspense, useMemo } from 'react';
import { Admin, CustomRoutes, memoryStore, Resource } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router';
import { dataProvider } from './http/data-provider.js';
import { queryClient } from './http/query-client.js';
import { i18nProvider } from './i18n/i18n-provider.js';
import { authProvider } from './session/auth-provider.js';
import { AppLayout } from './shell/app-layout.js';
import { ClosedPage } from './shell/closed-page.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { AppNotification } from './surface/app-notification.js';
import { PageSkeleton } from './surface/page-skeleton.js';
import { darkTheme, lightTheme } from './theme/theme.js';
import { ThemeChoiceProvider, useThemeChoice, useThemeChoiceState } from './theme/theme-choice.js';

const SignInPage = lazy(async () => ({ default: (await import('./session/sign-in-page.js')).SignInPage }));
const HomePage = lazy(async () => ({ default: (await import('./home/home-page.js')).HomePage }));
const ApplicantList = lazy(async () => ({ default: (await import('./applicants/applicant-list.js')).ApplicantList }));
const ApplicantShow = lazy(async () => ({ default: (await import('./applicants/applicant-show.js')).ApplicantShow }));
const PolicyPage = lazy(async () => ({ default: (await import('./policy/policy-page.js')).PolicyPage }));
const VersionShow = lazy(async () => ({ default: (await import('./policy/version-show.js')).VersionShow }));
const MeetingsPage = lazy(async () => ({ default: (await import('./casework/meetings-page.js')).MeetingsPage }));
const TasksPage = lazy(async () => ({ default: (await import('./casework/tasks-page.js')).TasksPage }));
const RunList = lazy(async () => ({ default: (await import('./runs/run-list.js')).RunList }));
const RunComparisonShow = lazy(async () => ({ default: (await import('./runs/run-comparison-show.js')).RunComparisonShow }));
const RunShow = lazy(async () => ({ default: (await import('./runs/run-show.js')).RunShow }));
const ImportList = lazy(async () => ({ default: (await import('./imports/import-list.js')).ImportList }));
const ImportShow = lazy(async () => ({ default: (await import('./imports/import-show.js')).ImportShow }));
const QueuePage = lazy(async () => ({ default: (await import('./reviews/queue-page.js')).QueuePage }));
const CalendarPage = lazy(async () => ({ default: (await import('./calendar/calendar-page.js')).CalendarPage }));
const CaseloadPage = lazy(async () => ({ default: (await import('./caseload/caseload-page.js')).CaseloadPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/people-page.js')).PeoplePage }));
const EmergencyPage = lazy(async () => ({ default: (await import('./people/emergency-page.js')).EmergencyPage }));
const AccountPage = lazy(async () => ({ default: (await import('./account/account-page.js')).AccountPage }));
const SsoPage = lazy(async () => ({ default: (await import('./session/sso-page.js')).SsoPage }));
const JoinPage = lazy(async () => ({ default: (await import('./people/join-page.js')).JoinPage }));
const AuditList = lazy(async () => ({ default: (await import('./audit/audit-list.js')).AuditList }));
const ChallengeList = lazy(async () => ({ default: (await import('./challenges/challenge-list.js')).ChallengeList }));
const ProgramList = lazy(async () => ({ default: (await import('./programs/program-list.js')).ProgramList }));
const ProgramShow = lazy(async () => ({ default: (await import('./programs/program-show.js')).ProgramShow }));
const EvidencePage = lazy(async () => ({ default: (await import('./evidence/evidence-page.js')).EvidencePage }));
const DeliveryPage = lazy(async () => ({ default: (await import('./reports/delivery-page.js')).DeliveryPage }));
const HelpPage = lazy(async () => ({ default: (await import('./help/help-page.js')).HelpPage }));
const ViewsPage = lazy(async () => ({ default: (await import('./views/views-page.js')).ViewsPage }));
const ViewPage = lazy(async () => ({ default: (await import('./views/view-page.js')).ViewPage }));
const ReportsPage = lazy(async () => ({ default: (await import('./reports/reports-page.js')).ReportsPage }));
const ReportPage = lazy(async () => ({ default: (await import('./reports/report-page.js')).ReportPage }));
const SystemPage = lazy(async () => ({ default: (await import('./system/system-page.js')).SystemPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('./templates/templates-page.js')).TemplatesPage }));

/** Lists remember themselves in memory and in the address of the page, never on the disk: they may name students. */
const newStore = () => memoryStore();

/** Everything behind the address: react-admin with its resources and pages. */
function Pages() {
  const { mode } = useThemeChoice();
  const store = useMemo(newStore, []);
  return (
    <Admin
      title="Matchwatch"
      disableTelemetry
      requireAuth
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={mode === 'dark' ? darkTheme : lightTheme}
      darkTheme={null}
      layout={AppLayout}
      loginPage={SignInPage}
      dashboard={HomePage}
      loading={PageSkeleton}
      notification={AppNotification}
      accessDenied={ClosedPage}
      catchAll={NotFoundPage}
    >
      <Resource name="applicants" list={ApplicantList} show={ApplicantShow} />
      <Resource name="runs" list={RunList} show={RunShow} />
      <Resource name="imports" list={ImportList} show={ImportShow} />
      <Resource name="audit" list={AuditList} />
      <Resource name="challenges" list={ChallengeList} />
      <Resource name="programs" list={ProgramList} show={ProgramShow} />
      <CustomRoutes>
        <Route path="/runs/:id/compare" element={<RunComparisonShow />} />
        <Route path="/meetings" element={<MeetingsPage />} />
        <Route path="/tasks" element={<TasksPage />} />
        <Route path="/calendar" element={<CalendarPage />} />
        <Route path="/caseload" element={<CaseloadPage />} />
        <Route path="/queue" element={<QueuePage />} />
        <Route path="/people" element={<PeoplePage />} />
        <Route path="/emergency" element={<EmergencyPage />} />
        <Route path="/account" element={<AccountPage />} />
        <Route path="/outcomes-of-help" element={<HelpPage />} />
        <Route path="/evidence" element={<EvidencePage />} />
        <Route path="/mailing" element={<DeliveryPage />} />
        <Route path="/views" element={<ViewsPage />} />
        <Route path="/views/:id" element={<ViewPage />} />
        <Route path="/reports" element={<ReportsPage />} />
        <Route path="/reports/:id" element={<ReportPage />} />
        <Route path="/templates" element={<TemplatesPage />} />
        <Route path="/system" element={<SystemPage />} />
        <Route path="/policy" element={<PolicyPage />} />
        <Route path="/policy/versions/:id" element={<VersionShow />} />
      </CustomRoutes>
      <CustomRoutes noLayout>
        <Route
          path="/join"
          element={
            <Suspense fallback={null}>
              <JoinPage />
            </Suspense>
          }
        />
        <Route
          path="/sso"
          element={
            <Suspense fallback={null}>
              <SsoPage />
            </Suspense>
          }
        />
      </CustomRoutes>
    </Admin>
  );
}

// A router of this kind can hold a person back who would leave what is not saved.
const router = createBrowserRouter([{ path: '*', element: <Pages /> }]);

/** The whole application. */
export function App() {
  const theme = useThemeChoiceState();
  return (
    <ThemeChoiceProvider value={theme}>
      <RouterProvider router={router} />
    </ThemeChoiceProvider>
  );
}
