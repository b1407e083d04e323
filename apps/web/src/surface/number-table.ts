/** How a table of numbers looks: numbers to the right, quiet heads, one-pixel lines. */
export const numberTable = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': {
    p: '9px 8px',
    textAlign: 'right',
    borderTop: '1px solid var(--line)',
    whiteSpace: 'nowrap',
    verticalAlign: 'baseline',
  },
  '& thead th, & thead td': { borderTop: 0, color: 'var(--mute)', fontWeight: 500, fontSize: 12.5 },
  '& th:first-of-type': { textAlign: 'left' },
} as const;

/** The same in a card beside others: smaller, from edge to edge. */
export const smallNumberTable = {
  ...numberTable,
  fontSize: 13.5,
  '& th, & td': { ...numberTable['& th, & td'], p: '6px 0 6px 12px', whiteSpace: 'normal' },
  '& th:first-of-type': { textAlign: 'left', pl: 0 },
} as const;
