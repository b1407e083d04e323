import Box from '@mui/material/Box';
import { useText } from '../../i18n/use-text.js';
import { factText } from './fact-text.js';
import { pathLabel } from './field-label.js';
import { ListChange } from './list-change.js';
import { sectionSpecs } from './section-specs.js';

interface RecordChangeProps {
  path: string;
  before?: unknown;
  after?: unknown;
  /** Stands under the change and marks it; for what somebody else changed too. */
  note?: string | undefined;
}

const listSpecs = new Map(sectionSpecs.flatMap(({ lists }) => lists).map((list) => [list.path, list]));

/** Both sides as rows where there are any; “none” and “not known” are plain facts. */
function rowsOf(before: unknown = [], after: unknown = []): { before: readonly unknown[]; after: readonly unknown[] } | undefined {
  return Array.isArray(before) && Array.isArray(after) && before.length + after.length > 0 ? { before, after } : undefined;
}

const marked = { borderLeft: '3px solid var(--at-risk-ink)', pl: '10px', ml: '-13px' };

/** One changed fact, as an item of a list: its name, what it was and what it is; of a list, the rows that differ. */
export function RecordChange({ path, before, after, note }: RecordChangeProps) {
  const t = useText();
  const list = listSpecs.get(path);
  const rows = rowsOf(before, after);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 210px) minmax(0, 1fr)' },
        gap: '0 16px',
        py: '3px',
        ...(note !== undefined && marked),
      }}
    >
      <Box component="span" sx={{ color: 'var(--mute)' }}>
        {pathLabel(path, t)}
      </Box>
      {list && rows ? (
        <ListChange spec={list} before={rows.before} after={rows.after} />
      ) : (
        <PlainChange path={path} before={before} after={after} />
      )}
      {note !== undefined && <Box sx={{ gridColumn: '1 / -1', color: 'var(--at-risk-ink)', fontSize: 12.5 }}>{note}</Box>}
    </Box>
  );
}

function PlainChange({ path, before, after }: Omit<RecordChangeProps, 'note'>) {
  const t = useText();
  return (
    <span>
      {before !== undefined && (
        <Box component="del" sx={{ color: 'var(--mute)', textDecorationColor: 'var(--line-strong)' }}>
          {factText(path, before, t)}
        </Box>
      )}
      {before !== undefined && ' → '}
      {after === undefined ? (
        <Box component="span" sx={{ color: 'var(--mute)' }}>
          {t('record.removed')}
        </Box>
      ) : (
        <Box component="ins" sx={{ textDecoration: 'none' }}>
          {factText(path, after, t)}
        </Box>
      )}
    </span>
  );
}
