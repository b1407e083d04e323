import type { Import, RefusedRow } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { LinkButton } from '../surface/link-button.js';

const step = 50;

interface RefusedRowsProps {
  rows: readonly RefusedRow[];
  total: number;
  state: Import['state'];
}

/** Rows that were not taken: where each stands and what is wrong with it. */
export function RefusedRows({ rows, total, state }: RefusedRowsProps) {
  const t = useText();
  const [shown, setShown] = useState(step);
  const open = state === 'previewed' || state === 'held';
  return (
    <Card
      title={t(state === 'failed' ? 'import.refused.failedTitle' : 'import.refused.title')}
      action={t('import.refused.count', { smart_count: total })}
    >
      <Box sx={{ color: 'var(--mute)', mb: '8px' }}>
        {t(state === 'failed' ? 'import.refused.nothingTaken' : open ? 'import.refused.text' : 'import.refused.left')}
      </Box>
      <Box sx={{ overflowX: 'auto' }}>
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            '& td, & th': { textAlign: 'left', p: '7px 12px 7px 0', borderTop: '1px solid var(--line)', verticalAlign: 'top' },
            '& th': { color: 'var(--mute)', fontWeight: 500, fontSize: 12.5, borderTop: 0 },
          }}
        >
          <thead>
            <tr>
              {(['file', 'row', 'column', 'person', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`import.refused.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ file, row, column, externalId, reason }) => (
              <tr key={`${file}-${row}-${column ?? ''}-${reason}`}>
                <td>{file}</td>
                <td>{row === 0 ? t('import.refused.header') : row}</td>
                <td>{column ?? '—'}</td>
                <td>{externalId ?? '—'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {rows.length > shown && (
        <LinkButton type="button" onClick={() => setShown(shown + 200)}>
          {t('import.refused.more', { count: rows.length - shown })}
        </LinkButton>
      )}
    </Card>
  );
}
