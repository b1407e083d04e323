import type { ApplicantDetail } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import type { Policy } from '@matchwatch/risk-rules';
import Box from '@mui/material/Box';
import { usePolicyInForce } from '../policy/use-policy-in-force.js';
import { useToday } from '../session/use-today.js';
import { Columns } from '../surface/columns.js';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { ComparisonCard } from './comparison-card.js';
import { DifferenceCard } from './difference-card.js';
import { SmallestCard } from './smallest-card.js';
import { TryControls } from './try-controls.js';
import { useWhatIf } from './use-what-if.js';

/** Changes of facts tried on a copy of one record, with today’s answer beside the new one. */
export function WhatIfPanel({ detail }: { detail: ApplicantDetail }) {
  const today = useToday();
  const { policy, error, refetch } = usePolicyInForce();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!policy || !today) return <PageSkeleton />;
  return <TriedRecord detail={detail} policy={policy} today={today} />;
}

/** The panel once the day and the policy are known. */
export function TriedRecord({ detail, policy, today }: { detail: ApplicantDetail; policy: Policy; today: Day }) {
  const whatIf = useWhatIf(detail, policy, today);
  // On a phone the two columns fall apart, so that the answer stands above what is tried.
  const column = { display: { xs: 'contents', lg: 'grid' }, gap: '18px', minWidth: 0 } as const;
  return (
    <Columns first="1fr" second="1.05fr">
      <Box sx={column}>
        <Box sx={{ order: { xs: 2, lg: 0 }, minWidth: 0 }}>
          <SmallestCard whatIf={whatIf} />
        </Box>
        <Box sx={{ order: { xs: 3, lg: 0 }, minWidth: 0 }}>
          <TryControls whatIf={whatIf} />
        </Box>
      </Box>
      <Box sx={{ ...column, position: { lg: 'sticky' }, top: { lg: '72px' } }}>
        <Box
          sx={{
            order: { xs: 1, lg: 0 },
            minWidth: 0,
            position: { xs: 'sticky', lg: 'static' },
            top: { xs: '8px', lg: 'auto' },
            zIndex: { xs: 2, lg: 'auto' },
          }}
        >
          <ComparisonCard whatIf={whatIf} detail={detail} />
        </Box>
        <Box sx={{ order: { xs: 4, lg: 0 }, minWidth: 0 }}>
          <DifferenceCard whatIf={whatIf} />
        </Box>
      </Box>
    </Columns>
  );
}
