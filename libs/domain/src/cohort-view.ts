/** What a saved view is: a filter that is asked anew each time, or a group of applicants picked by hand. */
export const cohortViewKinds = ['filter', 'group'] as const;
export type CohortViewKind = (typeof cohortViewKinds)[number];

/** How the groups of a filter are joined: at least one of them holds, or all of them do. */
export const filterJoins = ['any', 'all'] as const;
export type FilterJoin = (typeof filterJoins)[number];

/** What becomes of somebody in a saved view. */
export const membershipSteps = ['joined', 'left'] as const;
export type MembershipStep = (typeof membershipSteps)[number];

/** Why a line of pasted ids names nobody who can be taken; an id outside the reader's scope is as unknown as one nobody has. */
export const pastedFaults = ['unknown', 'duplicate'] as const;
export type PastedFault = (typeof pastedFaults)[number];
