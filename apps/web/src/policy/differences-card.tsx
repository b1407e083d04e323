import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { findPolicyValue } from '@matchwatch/risk-rules';
import { policyDifferenceText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { plainList } from '../surface/plain-list.js';
import { citationText } from './draft-content.js';
import { keyLabel } from './policy-filter.js';

/** What a version says otherwise than the one it was compared with. */
export function DifferencesCard({ detail: { differences } }: { detail: PolicyVersionDetail }) {
  const t = useText();
  return (
    <Card title={t('policy.differences.title')} action={t('policy.version.changesCount', { smart_count: differences.length })}>
      {differences.length === 0 ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('policy.version.nothingEver')}</Box>
      ) : (
        <Box component="ul" sx={plainList}>
          {differences.map((difference) => (
            <Box
              component="li"
              key={difference.key}
              sx={{ py: '9px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '2px' } }}
            >
              <Box sx={{ fontWeight: 500 }}>{keyLabel(difference.key)}</Box>
              <Box sx={{ fontWeight: 650 }}>{policyDifferenceText(difference, findPolicyValue)}</Box>
              <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
                {difference.after?.sources.map((ref) => citationText(ref, new Map())).join(', ')}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Card>
  );
}
