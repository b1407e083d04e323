import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { LinkButton } from '../../surface/link-button.js';
import { ruled } from '../../surface/ruled.js';
import { valueAt } from './path-value.js';
import { rowText } from './row-text.js';
import type { ListSpec } from './section-specs.js';

const shownAtFirst = 6;

/** One list of the record, a line per row: first what it is, then what is known about it. */
export function RecordList({ spec, rows, headed }: { spec: ListSpec; rows: unknown; headed: boolean }) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (!Array.isArray(rows)) return <Quiet headed={headed}>{t('record.unknown')}</Quiet>;
  if (rows.length === 0) return <Quiet headed={headed}>{t('record.none')}</Quiet>;
  const sorted =
    spec.newestFirst === undefined
      ? rows
      : [...rows].sort((a, b) => newest(b, spec.newestFirst).localeCompare(newest(a, spec.newestFirst)));
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: headed ? '10px 0 0' : 0, p: 0 }}>
      {shown.map((row, index) => (
        // Rows have no name of their own and are only read here.
        <RecordRow key={index} spec={spec} row={row} />
      ))}
      {sorted.length > shown.length && (
        <Box component="li" sx={{ pt: '6px' }}>
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('record.more', { count: sorted.length - shown.length })}
          </LinkButton>
        </Box>
      )}
    </Box>
  );
}

const newest = (row: unknown, field: string | undefined): string => {
  const value = field === undefined ? undefined : valueAt(row, field);
  if (typeof value === 'string') return value;
  const booked = valueAt(row, 'bookedFor');
  return typeof booked === 'string' ? booked : '';
};

function RecordRow({ spec, row }: { spec: ListSpec; row: unknown }) {
  const t = useText();
  const text = rowText(spec, row, t);
  if (!text) return null;
  return (
    <Box component="li" sx={{ py: '6px', ...ruled }}>
      <b style={{ fontWeight: 600 }}>{text.what}</b>{' '}
      <Box component="span" sx={{ color: 'var(--mute)' }}>
        {text.facts.join(' · ')}
      </Box>
    </Box>
  );
}

function Quiet({ headed, children }: { headed: boolean; children: string }) {
  return <Box sx={{ color: 'var(--mute)', mt: headed ? '10px' : 0 }}>{children}</Box>;
}
