/** What accreditation asks to be shown of advising, table by table, in display order. */
export const advisingTables = ['seen', 'plans', 'staff', 'months', 'kinds', 'topics', 'help'] as const;
export type AdvisingTable = (typeof advisingTables)[number];

/** How often somebody was met: not at all, once, two or three times, or oftener. */
export const timesMet = ['never', 'once', 'twice', 'oftener'] as const;
export type TimesMet = (typeof timesMet)[number];

/** The line of `timesMet` that a number of meetings falls into. */
export const timesMetOf = (meetings: number): TimesMet =>
  meetings === 0 ? 'never' : meetings === 1 ? 'once' : meetings < 4 ? 'twice' : 'oftener';

/** How far a plan has come. */
export const planStandings = ['none', 'drafted', 'agreed'] as const;
export type PlanStanding = (typeof planStandings)[number];

/** What was arranged beside meetings. */
export const arrangedHelp = ['referral', 'advocacy', 'message'] as const;
export type ArrangedHelp = (typeof arrangedHelp)[number];
