import type { ApplicantRow } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { Link } from 'react-router';
import { BulkDialog } from '../bulk/bulk-dialog.js';
import { ExportDialog } from '../exports/export-dialog.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ColumnMenu } from '../views/column-menu.js';
import { ViewMenu } from '../views/view-menu.js';
import { ApplicantCards } from './applicant-cards.js';
import { ApplicantFilterBar } from './applicant-filter-bar.js';
import { ApplicantTable } from './applicant-table.js';
import { isNarrowed, useApplicantFilter } from './use-applicant-filter.js';

export function ApplicantListPage() {
  const t = useText();
  const { total, isPending, isFetching, error, refetch, sort } = useListContext<ApplicantRow>();
  const { filter } = useApplicantFilter();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const does = useRoleDoes();
  const mayExport = does('export.make');
  const mayAct = does('plan.write') || (does('advisor.assign') && does('risk.view'));
  const [acting, setActing] = useState(false);
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <PageHeading
        tab={t('nav.applicants')}
        title={t('applicants.title')}
        sub={
          total === undefined
            ? t('applicants.counting')
            : `${t(isNarrowed(filter) ? 'applicants.match' : 'applicants.total', { smart_count: total, count: countText(total) })} · ${t('season.match', { season: filter.season ?? '' })}`
        }
        actions={
          <>
            {mayAct && total !== undefined && total > 0 && (
              <Button variant="outlined" onClick={() => setActing(true)}>
                {t('bulk.action', { count: countText(total) })}
              </Button>
            )}
            <ViewMenu filter={filter} sort={sort} />
            {wide && <ColumnMenu />}
            {mayExport && total !== undefined && total > 0 && (
              <Button variant="outlined" onClick={() => setExporting(true)}>
                {t('export.action')}
              </Button>
            )}
          </>
        }
      />
      {exporting && total !== undefined && <ExportDialog filter={filter} sort={sort} total={total} onClose={() => setExporting(false)} />}
      {acting && total !== undefined && (
        <BulkDialog
          filter={filter}
          total={total}
          onDone={() => {
            setActing(false);
            void refetch();
          }}
          onClose={() => setActing(false)}
        />
      )}
      <ApplicantFilterBar />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Box
          aria-busy={isFetching}
          sx={{
            bgcolor: wide ? 'var(--paper)' : undefined,
            border: wide ? '1px solid var(--line)' : 0,
            borderRadius: '14px',
            overflow: 'hidden',
            opacity: isFetching && !isPending ? 0.72 : 1,
            transition: 'opacity 120ms',
          }}
        >
          {isPending ? <RowSkeletons rows={12} /> : total === 0 ? <NoApplicants /> : wide ? <ApplicantTable /> : <ApplicantCards />}
        </Box>
      )}
      {!isPending && !error && <ListPager />}
    </>
  );
}

function NoApplicants() {
  const t = useText();
  const { filter, replace } = useApplicantFilter();
  if (isNarrowed(filter))
    return (
      <EmptyState
        title={t('applicants.none.title')}
        action={
          <Button variant="outlined" onClick={() => replace({ ...(filter.season !== undefined && { season: filter.season }) })}>
            {t('filter.clear')}
          </Button>
        }
      >
        {t('applicants.none.text')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('applicants.empty.title')}
      action={
        <Button component={Link} to="/imports" variant="contained">
          {t('home.empty.action')}
        </Button>
      }
    >
      {t('applicants.empty.text')}
    </EmptyState>
  );
}
