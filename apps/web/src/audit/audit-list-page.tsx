import { type AuditLine, auditFilterSchema } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { ReasonDialog } from '../exports/reason-dialog.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
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
  const { total, isPending, error, refetch, filterValues } = useListContext<AuditLine>();
  const api = useApi();
  const mayExport = useRoleDoes()('audit.export');
  const [exporting, setExporting] = useState(false);
  const filter = auditFilterSchema.safeParse(filterValues);
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
        actions={
          mayExport && (
            <Button variant="outlined" onClick={() => setExporting(true)}>
              {t('export.action')}
            </Button>
          )
        }
      />
      {exporting && (
        <ReasonDialog
          title={t('export.audit.title')}
          text={t('export.audit.text')}
          make={(reason) => api.exportAudit({ filter: filter.success ? filter.data : {}, reason })}
          onClose={() => setExporting(false)}
        />
      )}
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
