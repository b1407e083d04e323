import { isDay, specialtyKeys, specialtyName } from '@matchwatch/domain';
import { evidenceLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { Fact, FactList } from '../surface/fact-list.js';
import type { ReasonFinding } from './reason.js';
import type { RuleEntry } from './use-rulebook.js';

function valueText(value: unknown): string {
  if (isDay(value)) return shortDay(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${evidenceLabel(key).toLowerCase()} ${valueText(inner)}`)
      .join(', ');
  if (value === null) return 'not known';
  return typeof value === 'string' ? wordText(value) : String(value);
}

/** A word of the vocabulary as people write it. */
function wordText(value: string): string {
  const specialty = specialtyKeys.find((key) => key === value);
  if (specialty) return specialtyName(specialty);
  return /^[a-z]+(-[a-z0-9]+)+$/.test(value) ? value.replaceAll('-', ' ') : value;
}

/** The numbers a reason rests on and the rule that compared them, for who wants to check. */
export function ReasonEvidence({ finding, rule }: { finding: ReasonFinding; rule: RuleEntry | undefined }) {
  const t = useText();
  return (
    <Box
      component="details"
      sx={{
        gridColumn: '1 / -1',
        fontSize: 13,
        '& summary': {
          cursor: 'pointer',
          color: 'var(--brand)',
          width: 'fit-content',
          listStyle: 'none',
          '&::-webkit-details-marker': { display: 'none' },
          '&:hover': { textDecoration: 'underline' },
        },
      }}
    >
      <summary>{t('reasons.evidence')}</summary>
      <Box sx={{ p: '8px 0 4px' }}>
        <FactList names="minmax(90px, auto)" dense>
          {Object.entries(finding.evidence).map(([key, value]) => (
            <Fact key={key} name={evidenceLabel(key)}>
              {valueText(value)}
            </Fact>
          ))}
          <Fact name={t('reasons.rule')}>
            {rule?.about}{' '}
            <Box component="code" sx={{ fontSize: 12, color: 'var(--mute)' }}>
              {finding.code}
            </Box>
          </Fact>
        </FactList>
      </Box>
    </Box>
  );
}
