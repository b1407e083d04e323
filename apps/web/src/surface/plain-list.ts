/** A list that is one to those who are told of it, and rows to those who see it. */
export const plainList = { listStyle: 'none', m: 0, p: 0 } as const;
