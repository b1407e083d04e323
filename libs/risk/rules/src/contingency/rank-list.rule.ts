import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** Interviews held and the rank list not certified shortly before the deadline. */
export const rankList = defineRule({
  code: 'contingency.rank-list',
  revision: 1,
  about: 'Interviews held and the rank list not certified shortly before the deadline.',
  basis: ['season-2026', 'season-2027'],
  asks: { from: { mark: 'rol', daysBefore: 'contingency.rank-list.act-days' }, until: 'match' },
  policy: { level: 'contingency.rank-list.level' },
  assess({ record, season, policy, programs }, { level }) {
    const certifiedOn = record.match?.rankListCertifiedOn;
    if (typeof certifiedOn === 'string' && certifiedOn <= policy.asOf) return clear();
    if (programs === undefined) return unknown(paths.programs);
    if (programs.held === 0) return programs.withoutStatus > 0 ? unknown(paths.programStatus) : clear();
    if (season.calendar === undefined) return unknown(paths.calendar);
    if (certifiedOn === undefined) return unknown(paths.rankListCertifiedOn);
    return raised(level, { interviews: programs.held, dueOn: season.calendar.rol });
  },
});
