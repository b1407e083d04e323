/** Where somebody may be referred to, in display order. */
export const referralKinds = ['tutoring', 'learning-specialist', 'counselling', 'wellness', 'finance', 'faculty-mentor'] as const;
export type ReferralKind = (typeof referralKinds)[number];

/** Referrals that only people with the right to wellbeing see, in whatever answer they stand. */
export const restrictedReferralKinds: ReadonlySet<ReferralKind> = new Set<ReferralKind>(['counselling', 'wellness']);

/** A referral's life. */
export const referralStates = ['made', 'accepted', 'declined', 'completed', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

/** Which state may follow which; a referral that stays as it is may have its deadline or outcome changed. */
export const referralTransitions: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  made: ['made', 'accepted', 'declined', 'completed', 'withdrawn'],
  accepted: ['accepted', 'completed', 'declined', 'withdrawn'],
  declined: ['declined', 'accepted'],
  completed: ['completed'],
  withdrawn: [],
};
