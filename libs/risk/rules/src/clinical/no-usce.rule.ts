import type { Day, Experience } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import type { ViewPolicy } from '../view/view-policy.js';

/** An IMG whose US clinical experience has not begun. */
export const noUsce = defineRule({
  code: 'clinical.no-usce',
  revision: 1,
  about: 'An IMG whose US clinical experience has not begun.',
  basis: ['002#usce', '004#usce'],
  asks: { of: 'img' },
  policy: { level: 'clinical.no-usce.level' },
  assess({ usce, record: { experiences }, policy }, { level }) {
    if (experiences === undefined) return unknown(paths.experiences);
    if (usce.has === undefined) return unknown(usce.missing);
    return usce.has ? clear() : raised(level, { plannedFrom: firstPlannedDay(experiences, policy) });
  },
});

function firstPlannedDay(experiences: readonly Experience[], { usceKinds, asOf }: ViewPolicy): Day | null {
  let first: Day | null = null;
  for (const { kind, us, from } of experiences) {
    if (!usceKinds.has(kind) || us === false || from === undefined || from <= asOf) continue;
    if (first === null || from < first) first = from;
  }
  return first;
}
