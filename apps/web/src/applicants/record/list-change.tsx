import Box from '@mui/material/Box';
import { useText } from '../../i18n/use-text.js';
import { plainList } from '../../surface/plain-list.js';
import { factText } from './fact-text.js';
import { fieldLabel } from './field-label.js';
import { type RowChange, rowChanges } from './row-changes.js';
import { rowText } from './row-text.js';
import type { ListSpec } from './section-specs.js';

const mostShown = 8;

/** What became of a list of the record, row by row in plain words; rows that stay as they were are not named. */
export function ListChange({ spec, before, after }: { spec: ListSpec; before: readonly unknown[]; after: readonly unknown[] }) {
  const t = useText();
  const changes = rowChanges(before, after, spec.fields[0]?.name ?? '');
  if (changes.length === 0) return <span>{t('record.rowsMoved')}</span>;
  return (
    <Box component="ul" sx={{ ...plainList, minWidth: 0 }}>
      {changes.slice(0, mostShown).map((change, index) => (
        // Rows have no name of their own and are only read here.
        <Box component="li" key={index}>
          <RowChangeText spec={spec} change={change} />
        </Box>
      ))}
      {changes.length > mostShown && <li>{t('record.moreRows', { count: changes.length - mostShown })}</li>}
    </Box>
  );
}

function RowChangeText({ spec, change }: { spec: ListSpec; change: RowChange }) {
  const t = useText();
  const word = (
    <Box component="span" sx={{ color: 'var(--mute)' }}>
      {t(`record.row.${change.kind}`)}
    </Box>
  );
  if (change.kind !== 'changed') {
    const text = rowText(spec, change.row, t);
    return (
      <>
        {word} <b style={{ fontWeight: 600 }}>{text?.what}</b>
        {text && text.facts.length > 0 && `, ${text.facts.join(', ')}`}
      </>
    );
  }
  const { before, after, fields } = change;
  const kept = new Set(Object.keys(after).filter((name) => !fields.includes(name)));
  const text = rowText(spec, after, t, kept);
  return (
    <>
      {word} <b style={{ fontWeight: 600 }}>{text?.what}</b>
      {text && text.facts.length > 0 && `, ${text.facts.join(', ')}`}:{' '}
      {fields.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          {fieldLabel(`${spec.path}.${name}`, t).toLowerCase()}{' '}
          <Box component="del" sx={{ color: 'var(--mute)', textDecorationColor: 'var(--line-strong)' }}>
            {factText(`${spec.path}.${name}`, before[name], t)}
          </Box>
          {' → '}
          <Box component="ins" sx={{ textDecoration: 'none' }}>
            {factText(`${spec.path}.${name}`, after[name], t)}
          </Box>
        </span>
      ))}
    </>
  );
}
