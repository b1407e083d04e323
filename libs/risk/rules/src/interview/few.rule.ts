import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** Few interviews when most invitations are out. */
export const few = defineRule({
  code: 'interview.few',
  revision: 1,
  about: 'Few interviews when most invitations are out.',
  basis: ['nrmp-ranks'],
  asks: { from: { line: 'interview.few.from' }, until: 'match' },
  policy: { from: 'interview.few.from', minimum: 'interview.few.minimum', level: 'interview.few.level' },
  assess({ season, programs }, { from, minimum, level }) {
    if (programs === undefined) return unknown(paths.programs);
    const { interviews, withoutStatus } = programs;
    if (interviews >= minimum) return clear();
    if (interviews + withoutStatus >= minimum) return unknown(paths.programStatus);
    return raised(level, { interviews, minimum, since: season.dayOf(from) });
  },
});
