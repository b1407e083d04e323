import type { AdvisorLoad, Caseload } from '@matchwatch/contracts';
import Alert from '@mui/material/Alert';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSeason } from '../season/season-context.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { countText, countWord, shortDay } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { AssignDialog } from './assign-dialog.js';
import { ForecastCard } from './forecast-card.js';
import { LoadTable } from './load-table.js';
import { TargetDialog } from './target-dialog.js';

/** Who accompanies whom, against what is meant, and what the weeks to come ask for. */
export function CaseloadPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const { season } = useSeason();
  const role = useSession()?.user.role;
  const [assigning, setAssigning] = useState<AdvisorLoad>();
  const [targeting, setTargeting] = useState<AdvisorLoad>();
  const [said, setSaid] = useState<string>();
  const { data, error, refetch } = useQuery<Caseload>({
    queryKey: ['caseload', season ?? 'current'],
    queryFn: ({ signal }) => api.getCaseload(season, signal),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const atRisk = data.advisors.reduce((sum, each) => sum + each.atRisk, 0);
  const advisors = data.advisors.filter(({ advisor }) => advisor !== null).length;
  const changed = () => {
    for (const key of ['caseload', 'applicants', 'home', 'facets']) void client.invalidateQueries({ queryKey: [key] });
  };
  return (
    <>
      <PageHeading
        tab={t('caseload.tab')}
        title={t(role === 'advisor' ? 'caseload.own' : 'caseload.title', {
          smart_count: atRisk,
          count: countWord(atRisk),
          advisors: countText(advisors),
        })}
        sub={t('caseload.sub', { season: data.season, day: shortDay(data.dueBy, data.today) })}
      />
      {said && (
        <Alert severity="success" variant="outlined" role="status" onClose={() => setSaid(undefined)} sx={{ mb: '14px' }}>
          {said}
        </Alert>
      )}
      {data.advisors.length === 0 ? (
        <Card>
          <EmptyState title={t('caseload.empty')}>{t('caseload.emptyText')}</EmptyState>
        </Card>
      ) : (
        <>
          <LoadTable caseload={data} onAssign={setAssigning} onTarget={setTargeting} />
          <ForecastCard caseload={data} />
        </>
      )}
      {assigning && (
        <AssignDialog
          load={assigning}
          caseload={data}
          onDone={(text) => {
            setAssigning(undefined);
            setSaid(text);
            changed();
          }}
          onClose={() => setAssigning(undefined)}
        />
      )}
      {targeting && (
        <TargetDialog
          load={targeting}
          onDone={() => {
            setTargeting(undefined);
            changed();
          }}
          onClose={() => setTargeting(undefined)}
        />
      )}
    </>
  );
}
