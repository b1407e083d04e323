import type { ReportBlock, ReportCell } from '@matchwatch/report';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LinkButton } from '../surface/link-button.js';
import { numberTable } from '../surface/number-table.js';
import { ReportNumberText } from './report-number.js';

const fewRows = 12;

/** A table of a report; a long one shows its first rows until it is asked for all. */
export function ReportTable({ table: { caption, columns, rows, note } }: { table: Extract<ReportBlock, { kind: 'table' }> }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const isText = columns.map((_, column) => rows.every((row) => typeof row[column] === 'string'));
  const folded = !all && rows.length > fewRows + 2;
  return (
    <Box>
      <Box role="region" tabIndex={0} aria-label={caption} sx={{ overflowX: 'auto', mx: '-8px', '@media print': { overflow: 'visible' } }}>
        <Box
          component="table"
          sx={{
            ...numberTable,
            fontSize: 13.5,
            '& th, & td': { ...numberTable['& th, & td'], p: '7px 8px' },
            '& th:first-of-type': { textAlign: 'left', whiteSpace: 'normal', minWidth: 104 },
            '& tbody th': { fontWeight: 400 },
            '& .text': { textAlign: 'left' },
            // On paper everything is there.
            '& .folded': { display: 'none', '@media print': { display: 'table-row' } },
          }}
        >
          <Box component="caption" sx={{ textAlign: 'left', fontWeight: 600, fontSize: 13.5, p: '0 8px 4px', captionSide: 'top' }}>
            {caption}
          </Box>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={isText[at] ? 'text' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={keyOf(row, at)} className={folded && at >= fewRows ? 'folded' : undefined}>
                {row.map((cell, column) => {
                  const shown = typeof cell === 'string' ? cell : <ReportNumberText number={cell} />;
                  return column === 0 ? (
                    <th key={columns[column]} scope="row">
                      {shown}
                    </th>
                  ) : (
                    <td key={columns[column]} className={isText[column] ? 'text' : undefined}>
                      {shown}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {folded && (
        <Box className="no-print" sx={{ pt: '8px' }}>
          <LinkButton type="button" onClick={() => setAll(true)}>
            {t('reports.more', { count: rows.length })}
          </LinkButton>
        </Box>
      )}
      {note !== undefined && <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '8px' }}>{note}</Box>}
    </Box>
  );
}

const keyOf = (row: readonly ReportCell[], at: number): string => {
  const number = row.find((cell) => typeof cell !== 'string');
  return number ? number.key : `${at} ${String(row[0])}`;
};
