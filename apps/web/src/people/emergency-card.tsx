import type { EmergencyAccess } from '@matchwatch/contracts';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { InlineLink } from '../surface/text-link.js';

/** Who took emergency access to whom, and the reason they gave. */
export function EmergencyCard() {
  const t = useText();
  const api = useApi();
  const school = useSession()?.school;
  const mayOpen = useRoleDoes()('applicant.view');
  const { data } = useQuery<EmergencyAccess[]>({
    queryKey: ['emergency-access'],
    queryFn: ({ signal }) => api.getEmergencyAccess(signal),
  });
  if (!data) return null;
  const at = (instant: string) => instantText(instant, school?.timeZone, school?.today);
  return (
    <Card title={t('people.emergency.title')}>
      {data.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('people.emergency.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {data.map(({ id, person, role, applicantId, applicant, reason, openedAt, untilAt }) => (
          <Box component="li" key={id} sx={{ py: '9px', ...ruled }}>
            <b>{person}</b>
            <Box component="span" sx={{ color: 'var(--mute)' }}>{` · ${roleLabel(role).toLowerCase()}`}</Box>
            {' → '}
            {mayOpen ? <InlineLink to={`/applicants/${applicantId}/show`}>{applicant}</InlineLink> : applicant}
            <Box>“{reason}”</Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
              {at(openedAt)}, {t('people.emergency.until', { at: at(untilAt) })}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
