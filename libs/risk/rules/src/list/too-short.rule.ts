import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** Fewer programs on the list than are advised, shortly before applications are submitted and after. */
export const tooShort = defineRule({
  code: 'list.too-short',
  revision: 1,
  about: 'Fewer programs on the list than are advised, shortly before applications are submitted and after.',
  basis: ['000#application-volume', '002#targeting', '003#phase-3', '004#program-count'],
  asks: { from: { mark: 'submit', daysBefore: 'list.too-short.watch-days' }, until: 'match' },
  policy: { watchDays: 'list.too-short.watch-days', watch: 'list.too-short.level.watch', act: 'list.too-short.level.act' },
  assess(view, { watchDays, watch, act }) {
    const { season, record, policy } = view;
    const since = season.daysBefore('submit', watchDays);
    const target = view.programTarget;
    const [missing, ...others] = view.programTargetMissing;
    if (target !== null) {
      const { programs } = record;
      if (programs === undefined) return unknown(paths.programs);
      if (programs.length < target.minimum) {
        if (since === undefined || season.calendar === undefined) return unknown(paths.calendar);
        const { minimum, because } = target;
        return raised(policy.asOf < season.calendar.submit ? watch : act, { programs: programs.length, minimum, because, since });
      }
    }
    return missing === undefined ? clear() : unknown(missing, ...others);
  },
});
