/** A line above each row of a list but the first. */
export const ruled = { borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0 } } as const;
