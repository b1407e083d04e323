import Box from '@mui/material/Box';
import { visuallyHidden } from '../surface/visually-hidden.js';

export interface DataTwinProps {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** The table behind a picture. */
export function DataTwin({ caption, columns, rows }: DataTwinProps) {
  return (
    <Box sx={{ overflowX: 'auto', maxHeight: 320, overflowY: 'auto' }} tabIndex={0} role="region" aria-label={caption}>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: 13,
          '& td, & th': { textAlign: 'left', p: '5px 10px 5px 0', borderTop: '1px solid var(--line)', whiteSpace: 'nowrap' },
          '& th': { color: 'var(--mute)', fontWeight: 500, borderTop: 0 },
        }}
      >
        <Box component="caption" sx={visuallyHidden}>
          {caption}
        </Box>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows of a picture have no name of their own; their order is their identity.
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
