/** Fewer people than this are told of no one by number: among so few a share is chance, and somebody may be known by it. */
export const smallestTold = 10;
