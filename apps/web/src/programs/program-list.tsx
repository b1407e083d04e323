import type { ListedProgram } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { apiUrl } from '../http/http-client.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ProgramDialog } from './program-dialog.js';
import { ProgramFilterBar, useProgramFilter } from './program-filter-bar.js';
import { ProgramCards, ProgramTable } from './program-table.js';

/** The school's table of programs, searched and paged by the server. */
export function ProgramList() {
  return (
    <ListBase<ListedProgram>
      resource="programs"
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
      queryOptions={{ placeholderData: (previous) => previous }}
    >
      <ProgramListPage />
    </ListBase>
  );
}

function ProgramListPage() {
  const t = useText();
  const does = useRoleDoes();
  const { total, isPending, error, refetch } = useListContext<ListedProgram>();
  const filtered = Object.keys(useProgramFilter()).length > 0;
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeading
        tab={t('program.title')}
        title={t('program.title')}
        sub={
          <>
            {t('program.sub')}
            {total !== undefined && total > 0 && ` · ${t('program.count', { smart_count: total, count: countText(total) })}`}
          </>
        }
        actions={
          <>
            <Button variant="outlined" component="a" href={`${apiUrl}/programs/table`} download="program-table.csv">
              {t('program.exportIt')}
            </Button>
            {does('import.write') && (
              <Button variant="outlined" component={Link} to="/imports">
                {t('program.importIt')}
              </Button>
            )}
            {does('program.edit') && (
              <Button variant="contained" onClick={() => setAdding(true)}>
                {t('program.add')}
              </Button>
            )}
          </>
        }
      />
      <ProgramFilterBar />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Box sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', overflow: 'hidden' }}>
          {isPending ? (
            <RowSkeletons rows={10} />
          ) : total === 0 ? (
            <EmptyState title={t(filtered ? 'program.none.filtered' : 'program.none.title')}>
              {t(filtered ? 'program.none.filteredText' : 'program.none.text')}
            </EmptyState>
          ) : wide ? (
            <ProgramTable />
          ) : (
            <ProgramCards />
          )}
        </Box>
      )}
      {!isPending && !error && <ListPager />}
      {adding && <ProgramDialog onClose={() => setAdding(false)} />}
    </>
  );
}
