import type { AuditLine } from '@matchwatch/contracts';
import { auditEventText, roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { instantText } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { Whom } from './audit-whom.js';
import { detailText } from './detail-text.js';

/** The lines on a phone. */
export function AuditCards() {
  const t = useText();
  const school = useSession()?.school;
  const { data = [] } = useListContext<AuditLine>();
  return (
    <Box component="ul" sx={plainList}>
      {data.map((line) => (
        <Box component="li" key={line.id} sx={{ p: '10px 16px', ...ruled }}>
          <div>
            <b>{line.person ?? t('audit.nobody')}</b> {auditEventText(line.event)} {line.applicantId !== null && <Whom line={line} />}
          </div>
          <Box sx={{ color: 'var(--mute)', fontSize: 12.5, overflowWrap: 'anywhere' }}>
            {[instantText(line.at, school?.timeZone, school?.today), line.role && roleLabel(line.role), detailText(line, t)]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
