import type { ApplicantDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { AdvocaciesCard } from './advocacies-card.js';
import { ChecklistsCard } from './checklists-card.js';
import { MeetingsCard } from './meetings-card.js';
import { PlanTasksCard } from './plan-tasks-card.js';
import { ReferralsCard } from './referrals-card.js';
import { useCasework } from './use-casework.js';

/** What the school does for one applicant: plan and tasks, meetings, referrals and messages, checklists. */
export function CaseworkPanel({ detail }: { detail: ApplicantDetail }) {
  const { data, error, refetch } = useCasework(detail.id);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '18px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.3fr) minmax(0, 1fr)' },
        alignItems: 'start',
      }}
    >
      <Box sx={{ display: 'grid', gap: '18px', minWidth: 0 }}>
        <PlanTasksCard detail={detail} casework={data} />
        <ChecklistsCard detail={detail} checklists={data.checklists} />
      </Box>
      <Box sx={{ display: 'grid', gap: '18px', minWidth: 0 }}>
        <MeetingsCard detail={detail} meetings={data.meetings} />
        <ReferralsCard detail={detail} casework={data} />
        <AdvocaciesCard detail={detail} advocacies={data.advocacies} />
      </Box>
    </Box>
  );
}
