/** How tables look: quiet heads, one-pixel lines, 42-pixel rows. */
export const dataTableStyle = {
  '& .RaDataTable-tableWrapper, & .MuiTable-root': { overflow: 'visible' },
  '& .MuiTableCell-root': { px: '8px', py: '9px', fontSize: 14, verticalAlign: 'middle', lineHeight: 1.4 },
  '& .MuiTableCell-root.number': { textAlign: 'right' },
  '& td.number': { whiteSpace: 'nowrap' },
  '& .number .MuiTableSortLabel-root': { flexDirection: 'row' },
  '& .MuiTableCell-root:first-of-type': { pl: '20px' },
  '& .MuiTableCell-root:last-of-type': { pr: '20px' },
  '& .MuiTableCell-head': {
    color: 'var(--mute)',
    fontWeight: 500,
    fontSize: 12.5,
    bgcolor: 'transparent',
    whiteSpace: 'nowrap',
    py: '10px',
  },
  '& .MuiTableSortLabel-root:hover, & .MuiTableSortLabel-root.Mui-active': { color: 'var(--ink)' },
  '& .MuiTableRow-root:last-of-type .MuiTableCell-body': { borderBottom: 0 },
  '& tbody .MuiTableRow-root:hover': { bgcolor: 'var(--raised)' },
  '& tbody .MuiTableRow-root:focus-within': { bgcolor: 'var(--raised)' },
} as const;
