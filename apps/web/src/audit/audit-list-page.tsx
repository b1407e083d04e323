import type { AuditLine } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { EmptyState } from '../surface/empty-state.js';
import { Failure } from '../surface/failure.js';
import { ListPager } from '../surface/list-pager.js';
import { PageHeading } from '../surface/page-heading.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { AuditCards } from './audit-cards.js';
import { AuditFilterBar } from './audit-filter-bar.js';
import { AuditTable } from './audit-table.js';

export function AuditListPage() {
  const t = useText();
  const { total, isPending, error, refetch } = useListContext<AuditLine>();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  return (
    <>
      <PageHeading
        tab={t('audit.title')}
        title={t('audit.title')}
        sub={
          <>
            {t('audit.sub')}
            {total !== undefined && ` · ${t('audit.lines', { smart_count: total, count: countText(total) })}`}
          </>
        }
      />
      <AuditFilterBar />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Box sx={{ bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', overflow: 'hidden' }}>
          {isPending ? (
            <RowSkeletons rows={12} />
          ) : total === 0 ? (
            <EmptyState title={t('audit.none.title')}>{t('audit.none.text')}</EmptyState>
          ) : wide ? (
            <AuditTable />
          ) : (
            <AuditCards />
          )}
        </Box>
      )}
      {!isPending && !error && <ListPager />}
    </>
  );
}
