import type { ApplicantDetail } from '@matchwatch/contracts';
import { Column, Columns } from '../surface/columns.js';
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
    <Columns first="1.3fr">
      <Column>
        <PlanTasksCard detail={detail} casework={data} />
        <ChecklistsCard detail={detail} checklists={data.checklists} />
      </Column>
      <Column>
        <MeetingsCard detail={detail} meetings={data.meetings} />
        <ReferralsCard detail={detail} casework={data} />
        <AdvocaciesCard detail={detail} advocacies={data.advocacies} />
      </Column>
    </Columns>
  );
}
