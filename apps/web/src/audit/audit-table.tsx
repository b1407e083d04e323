import type { AuditLine } from '@matchwatch/contracts';
import { auditEventText, roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { DataTable } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { dataTableStyle } from '../surface/data-table-style.js';
import { instantText } from '../surface/day-text.js';
import { Whom } from './audit-whom.js';
import { detailText } from './detail-text.js';

/** The lines on a wide window. */
export function AuditTable() {
  const t = useText();
  const school = useSession()?.school;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <DataTable<AuditLine> rowClick={false} bulkActionButtons={false} size="small" sx={dataTableStyle}>
        <DataTable.Col<AuditLine>
          source="at"
          disableSort
          label={t('audit.columns.at')}
          render={({ at }) => <span style={{ whiteSpace: 'nowrap' }}>{instantText(at, school?.timeZone, school?.today)}</span>}
        />
        <DataTable.Col<AuditLine>
          source="person"
          disableSort
          label={t('audit.columns.person')}
          render={({ person, role }) => (
            <>
              {person ?? t('audit.nobody')}
              {role && <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>{roleLabel(role)}</Box>}
            </>
          )}
        />
        <DataTable.Col<AuditLine>
          source="event"
          disableSort
          label={t('audit.columns.event')}
          render={({ event }) => auditEventText(event)}
        />
        <DataTable.Col<AuditLine>
          source="applicant"
          disableSort
          label={t('audit.columns.applicant')}
          render={(line) => <Whom line={line} />}
        />
        <DataTable.Col<AuditLine>
          source="detail"
          disableSort
          label={t('audit.columns.detail')}
          render={(line) => <Box sx={{ color: 'var(--mute)', overflowWrap: 'anywhere' }}>{detailText(line, t)}</Box>}
        />
        <DataTable.Col<AuditLine>
          source="id"
          className="number"
          label={t('audit.columns.id')}
          render={({ id, hash }) => <span title={hash}>{id}</span>}
        />
      </DataTable>
    </Box>
  );
}
