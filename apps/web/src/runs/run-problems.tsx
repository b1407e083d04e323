import type { RunDetail } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { applicantLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';

/** Whom a run could not assess and why; their standing answers are untouched. */
export function RunProblems({ problems, total }: { problems: RunDetail['problems']; total: number }) {
  const t = useText();
  return (
    <Card title={t('run.problems.title')} action={t('run.problems.count', { smart_count: total })}>
      <Box sx={{ color: 'var(--mute)', mb: '8px' }}>{t('run.problems.safe')}</Box>
      <Box component="ul" sx={plainList}>
        {problems.map(({ applicantId, externalId, name, message }, index) => (
          <Box
            component="li"
            key={`${applicantId ?? externalId ?? 'range'}-${index}`}
            sx={{ py: '8px', borderTop: '1px solid var(--line)' }}
          >
            {applicantId === null ? (
              <b>{t('run.problems.range')}</b>
            ) : (
              <TextLink to={applicantLink(applicantId)}>{name ?? externalId ?? applicantId}</TextLink>
            )}
            <Box component="code" sx={{ display: 'block', color: 'var(--mute)', fontSize: 12.5, overflowWrap: 'anywhere' }}>
              {message}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
