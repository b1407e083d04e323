import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths, signalsPath } from '../view/paths.js';
import { mayBeTooMany, readSignals } from '../view/signals.js';

/** More program signals than a specialty allots, or some unused shortly before applications are submitted. */
export const signals = defineRule({
  code: 'list.signals',
  revision: 1,
  about: 'More program signals than a specialty allots, or some unused shortly before applications are submitted.',
  basis: ['aamc-signals'],
  asks: { until: 'match' },
  policy: { unusedDays: 'list.signals.unused-days', level: 'list.signals.level' },
  assess(view, { unusedDays, level }) {
    const { season, policy } = view;
    const { programs } = view;
    if (programs === undefined) return unknown(paths.programs);
    const primary = view.record.specialtyPlan?.primary;
    const unusedFrom = season.daysBefore('submit', unusedDays);
    const isEarly = unusedFrom !== undefined && policy.asOf < unusedFrom;
    if (isEarly && !mayBeTooMany(programs, primary, policy)) return clear();
    const { tooMany, unused, missing } = readSignals(programs, primary, policy);
    if (tooMany.length > 0) return raised(level, { signals: tooMany, unusedFrom: unusedFrom ?? null });
    if (missing !== undefined && missing !== 'specialty' && (missing !== primary || !isEarly)) return unknown(signalsPath(missing));
    if (isEarly) return clear();
    if (missing === 'specialty') return unknown(paths.programSpecialty);
    if (primary === undefined) return unknown(paths.primary);
    if (unused.length === 0) return clear();
    return unusedFrom === undefined ? unknown(paths.calendar) : raised(level, { signals: unused, unusedFrom });
  },
});
