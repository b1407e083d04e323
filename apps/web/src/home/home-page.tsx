import type { Home } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link, Navigate } from 'react-router';
import { applicantsLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { useHome } from '../season/season-context.js';
import { usePages } from '../shell/use-pages.js';
import { Column, Columns } from '../surface/columns.js';
import { countText, countWord } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { NumberLink } from '../surface/text-link.js';
import { ChangedCard } from './changed-card.js';
import { FirstCard } from './first-card.js';
import { homeTitle } from './home-title.js';
import { LevelStrip } from './level-strip.js';
import { LevelTrendCard } from './level-trend-card.js';
import { NeedsCard } from './needs-card.js';
import { SpecialtyCard } from './specialty-card.js';
import { TrustCard } from './trust-card.js';

/** The dean's Monday: who needs a person, what changed, and whether the picture can be trusted. */
export function HomePage() {
  const [first] = usePages();
  // Who must not know anybody's risk has nothing to read here.
  if (first && first.path !== '/') return <Navigate to={first.path} replace />;
  return <Overview />;
}

function Overview() {
  const { data, error, refetch } = useHome();
  if (data) return <HomeContent home={data} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}

function HomeContent({ home }: { home: Home }) {
  const t = useText();
  const isOneColumn = useMediaQuery((theme) => theme.breakpoints.down('lg'));
  const title = homeTitle(home);
  if (title.kind === 'empty')
    return (
      <>
        <PageHeading tab={t('nav.home')} title={t('home.title.empty')} />
        <EmptyState
          title={t('home.empty.title', { season: home.season })}
          action={
            <Button component={Link} to="/imports" variant="contained">
              {t('home.empty.action')}
            </Button>
          }
        >
          {t('home.empty.text')}
        </EmptyState>
      </>
    );
  // What cannot be trusted is said before it is read.
  const troubled = home.overdue.length > 0 || home.heldRuns.length > 0 || home.backup !== null || (home.mail?.held ?? null) !== null;
  const sentence = t(`home.title.${title.kind}`, { smart_count: title.count, count: countWord(title.count) });
  return (
    <>
      <PageHeading
        tab={t('nav.home')}
        title={
          title.riskLevel ? (
            <NumberLink
              to={applicantsLink({ season: home.season, riskLevel: title.riskLevel })}
              sx={{ textDecorationColor: 'transparent' }}
            >
              {sentence}
            </NumberLink>
          ) : (
            sentence
          )
        }
        sub={<HomeSub home={home} />}
      />
      <LevelStrip home={home} />
      {troubled && isOneColumn && (
        <Box sx={{ mb: '18px' }}>
          <TrustCard home={home} />
        </Box>
      )}
      <Columns>
        <Column>
          <FirstCard home={home} />
          <ChangedCard home={home} />
        </Column>
        <Column>
          {troubled && !isOneColumn && <TrustCard home={home} />}
          <NeedsCard home={home} />
          <LevelTrendCard home={home} />
          <SpecialtyCard home={home} />
          {!troubled && <TrustCard home={home} />}
        </Column>
      </Columns>
    </>
  );
}

function HomeSub({ home }: { home: Home }) {
  const t = useText();
  const { season, needs, total } = home;
  const link = (text: string, filter: Parameters<typeof applicantsLink>[0]) => (
    <NumberLink to={applicantsLink({ season, ...filter })}>{text}</NumberLink>
  );
  return (
    <>
      {link(t('home.sub.atRisk', { count: countText(needs.atRisk) }), { riskLevel: ['at-risk'] })}
      {', '}
      {link(t('home.sub.noAdvisor', { count: countText(needs.atRiskWithoutAdvisor) }), {
        riskLevel: ['at-risk', 'high-risk'],
        noAdvisor: true,
      })}
      {t('home.sub.of')}
      {link(t('home.sub.total', { count: countText(total) }), {})}
      {t('home.sub.season', { season })}
    </>
  );
}
