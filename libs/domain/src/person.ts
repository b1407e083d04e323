/** Where somebody who signs in stands: asked to come, here, or no longer. */
export const personStates = ['invited', 'active', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];
