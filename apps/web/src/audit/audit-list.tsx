import type { AuditLine } from '@matchwatch/contracts';
import { ListBase } from 'react-admin';
import { AuditListPage } from './audit-list-page.js';

/** The audit, searched and paged by the server. */
export function AuditList() {
  return (
    <ListBase<AuditLine>
      resource="audit"
      sort={{ field: 'id', order: 'DESC' }}
      perPage={50}
      queryOptions={{ placeholderData: (previous) => previous }}
    >
      <AuditListPage />
    </ListBase>
  );
}
