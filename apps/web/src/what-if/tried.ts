import type { ChangeableFact, ChangeOf } from '@matchwatch/domain';
import { slotOf } from './tried-changes.js';
import type { WhatIf } from './use-what-if.js';

/** The change that is tried of a fact, or of one slot of it. */
export const triedOf = <F extends ChangeableFact>({ changes }: WhatIf, fact: F, slot: string = fact): ChangeOf<F> | undefined =>
  changes.find((change): change is ChangeOf<F> => change.fact === fact && slotOf(change) === slot);

/** The primary specialty as it is tried. */
export const primaryOf = ({ tried }: WhatIf) => tried.specialtyPlan?.primary;
