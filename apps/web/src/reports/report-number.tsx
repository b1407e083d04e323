import type { ReportNumber } from '@matchwatch/report';
import Box from '@mui/material/Box';
import { applicantsLink } from '../applicants/applicant-links.js';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { NumberLink } from '../surface/text-link.js';

/** A number of a report, leading to the list it counts; one that is held back says so to those who do not see the dot. */
export function ReportNumberText({ number: { key, value, filter } }: { number: ReportNumber }) {
  const t = useText();
  if (value === null)
    return (
      <Box
        component="span"
        data-number={key}
        role="img"
        aria-label={t('reports.held')}
        title={t('reports.held')}
        sx={{ color: 'var(--mute)' }}
      >
        ·
      </Box>
    );
  const text = <span data-number={key}>{countText(value)}</span>;
  if (value === 0)
    return (
      <Box component="span" sx={{ color: 'var(--mute)' }}>
        {text}
      </Box>
    );
  return filter ? <NumberLink to={applicantsLink(filter)}>{text}</NumberLink> : text;
}
