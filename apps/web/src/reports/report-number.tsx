import { pathOf, type ReportNumber } from '@matchwatch/report';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { countText } from '../surface/day-text.js';
import { NumberLink } from '../surface/text-link.js';

/** A number of a report, leading to the list it counts; one that is held back says so to those who do not see the dot. */
export function ReportNumberText({ number }: { number: ReportNumber }) {
  const t = useText();
  const { key, value } = number;
  const path = pathOf(number);
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
  return path ? <NumberLink to={path}>{text}</NumberLink> : text;
}
