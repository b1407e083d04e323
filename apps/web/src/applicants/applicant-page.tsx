import type { ApplicantDetail } from '@matchwatch/contracts';
import type { ApplicantAction } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { lazy, Suspense, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { ComingCard } from '../calendar/coming-card.js';
import { advisedOf } from '../casework/advised.js';
import { useCasework } from '../casework/use-casework.js';
import { WhatsDoneCard } from '../casework/whats-done-card.js';
import { ChallengesCard } from '../challenges/challenges-card.js';
import { ScoreCard } from '../charts/score-card.js';
import { PacketCard } from '../exports/packet-card.js';
import { useText } from '../i18n/use-text.js';
import { ListAuditCard } from '../programs/list-audit-card.js';
import { useSeasonOf } from '../season/season-context.js';
import { Column, Columns } from '../surface/columns.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { AccessPanel } from './access/access-panel.js';
import { ClosedCard } from './access/closed-card.js';
import { ApplicantHeader } from './applicant-header.js';
import { ApplicantHistory } from './applicant-history.js';
import { PlanCard } from './plan-card.js';
import { ReasonsCard } from './reasons-card.js';
import { RecordSections } from './record/record-sections.js';
import { SectionDrawer } from './record/section-drawer.js';
import { sectionSpecs } from './record/section-specs.js';
import { StrengthsCard } from './strengths-card.js';
import { TimelineCard } from './timeline-card.js';
import { UnknownCard } from './unknown-card.js';

/** With the rules: the page does not wait for them. */
const AdviceCard = lazy(async () => ({ default: (await import('../advice/advice-card.js')).AdviceCard }));
const AdvisedCard = lazy(async () => ({ default: (await import('../casework/advised-card.js')).AdvisedCard }));
const WholeFileReading = lazy(async () => ({ default: (await import('../advice/readings.js')).WholeFileReading }));
const TreeReading = lazy(async () => ({ default: (await import('../advice/readings.js')).TreeReading }));

const CaseworkPanel = lazy(async () => ({ default: (await import('../casework/casework-panel.js')).CaseworkPanel }));

/** The tabs with what each needs. */
const allTabs = [
  { key: 'overview', needs: 'applicant.view' },
  { key: 'casework', needs: 'notes.view' },
  { key: 'what-if', needs: 'risk.view' },
  { key: 'record', needs: 'record.view' },
  { key: 'history', needs: 'record.view' },
  { key: 'access', needs: 'access.view' },
] as const satisfies readonly { key: string; needs: ApplicantAction }[];

/** With the rules, which nobody else on the page needs. */
const WhatIfPanel = lazy(async () => ({ default: (await import('../what-if/what-if-panel.js')).WhatIfPanel }));

/** Reasons first, then the facts they rest on, then how it came to be. */
export function ApplicantPage({ detail }: { detail: ApplicantDetail }) {
  const t = useText();
  useSeasonOf(detail.record.season);
  const [params, setParams] = useSearchParams();
  const tabs = allTabs.filter(({ needs }) => detail.may.includes(needs)).map(({ key }) => key);
  const tab = tabs.find((each) => each === params.get('tab')) ?? 'overview';
  const mayEdit = detail.may.includes('record.edit');
  const edited = mayEdit && sectionSpecs.find(({ key }) => key === params.get('edit'));
  // A challenge is answered by what is saved next in its section; leaving the section leaves it open.
  const answers = detail.challenges.find(({ id }) => String(id) === params.get('challenge'));
  const set = (name: 'tab' | 'edit', value: string | undefined, challengeId?: number) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        if (challengeId === undefined) next.delete('challenge');
        else next.set('challenge', String(challengeId));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const edit = (section: string) => set('edit', section);
  const correct = mayEdit ? (section: string, challengeId: number) => set('edit', section, challengeId) : undefined;
  return (
    <>
      <ApplicantHeader detail={detail} onEdit={edit} />
      <Tabs
        value={tab}
        onChange={(_event, next: string) => set('tab', next === 'overview' ? undefined : next)}
        aria-label={t('applicant.tabs.label')}
        sx={{ mb: '18px', borderBottom: '1px solid var(--line)' }}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each} label={t(`applicant.tabs.${each}`)} id={`tab-${each}`} aria-controls={`panel-${each}`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'overview' && <Overview detail={detail} onEdit={mayEdit ? edit : undefined} onCorrect={correct} />}
        {tab === 'casework' && (
          <Suspense fallback={<PageSkeleton />}>
            <CaseworkPanel detail={detail} />
          </Suspense>
        )}
        {tab === 'what-if' && (
          <Suspense fallback={<PageSkeleton />}>
            <WhatIfPanel detail={detail} />
          </Suspense>
        )}
        {tab === 'record' && <RecordSections record={detail.record} challenges={detail.challenges} onEdit={mayEdit ? edit : undefined} />}
        {tab === 'access' && (
          <Column>
            <AccessPanel applicantId={detail.id} />
            {detail.may.includes('packet.make') && <PacketCard detail={detail} />}
          </Column>
        )}
        {tab === 'history' && <ApplicantHistory applicantId={detail.id} version={detail.version} />}
      </Box>
      {edited && <SectionDrawer key={edited.key} spec={edited} detail={detail} answers={answers} onClose={() => set('edit', undefined)} />}
    </>
  );
}

interface OverviewProps {
  detail: ApplicantDetail;
  onEdit?: ((section: string) => void) | undefined;
  onCorrect?: ((section: string, challengeId: number) => void) | undefined;
}

function Overview({ detail, onEdit, onCorrect }: OverviewProps) {
  const mayNotes = detail.may.includes('notes.view');
  const { data: casework } = useCasework(detail.id, mayNotes);
  const advised = useMemo(() => casework && advisedOf(casework), [casework]);
  if (!detail.may.includes('risk.view')) {
    return (
      <Column>
        <ClosedCard detail={detail} />
        <ScoreCard record={detail.record} />
        <ComingCard detail={detail} />
        <ChallengesCard detail={detail} onCorrect={onCorrect} />
      </Column>
    );
  }
  // Where nothing can be said, what is missing is the answer.
  const unassessable = detail.answer?.riskLevel === 'not-assessable';
  return (
    <Columns>
      <Column>
        {unassessable && <UnknownCard detail={detail} onEdit={onEdit} />}
        <ReasonsCard detail={detail} />
        <Suspense fallback={null}>
          <AdviceCard detail={detail} />
        </Suspense>
        <ScoreCard record={detail.record} advised={advised} levels={detail.levels} />
        {mayNotes && (
          <Suspense fallback={null}>
            <AdvisedCard detail={detail} />
          </Suspense>
        )}
        <ListAuditCard detail={detail} />
        <Suspense fallback={null}>
          <TreeReading detail={detail} />
        </Suspense>
      </Column>
      <Column>
        {detail.may.includes('notes.view') && <WhatsDoneCard detail={detail} />}
        <ComingCard detail={detail} />
        <StrengthsCard detail={detail} />
        {!unassessable && <UnknownCard detail={detail} onEdit={onEdit} />}
        <PlanCard detail={detail} onEdit={onEdit} />
        <Suspense fallback={null}>
          <WholeFileReading detail={detail} />
        </Suspense>
        <ChallengesCard detail={detail} onCorrect={onCorrect} />
        <TimelineCard detail={detail} />
      </Column>
    </Columns>
  );
}
