import type { ProgramChoice } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { exclusionReasonsOf, isExcluded, isMoreThan, missingForExclusion, refusableOf } from '../view/program-list.js';

/** Programs on the list that, by what they say of themselves, cannot take the applicant. */
export const noChance = defineRule({
  code: 'list.no-chance',
  revision: 1,
  about: 'Programs on the list that, by what they say of themselves, cannot take the applicant.',
  basis: ['002#cutoffs', '004#program-choice', '004#visa'],
  policy: {
    watchAbove: 'list.no-chance.watch-above',
    named: 'list.no-chance.named',
    note: 'list.no-chance.level.note',
    watch: 'list.no-chance.level.watch',
  },
  assess(view, { watchAbove, named, note, watch }) {
    if (view.matchIsOver) return clear();
    const { programs } = view.record;
    if (programs === undefined) return unknown(paths.programs);
    const facts = refusableOf(view);
    let excluded = 0;
    for (let i = 0; i < programs.length; i++) if (isExcluded(programs[i] as ProgramChoice, facts)) excluded++;
    if (excluded === 0) {
      const missing = missingForExclusion(programs, view);
      return missing === undefined ? clear() : unknown(missing);
    }
    return raised(isMoreThan(excluded, programs.length, watchAbove) ? watch : note, {
      programs: programs.length,
      excluded,
      first: programs
        .filter((program) => isExcluded(program, facts))
        .slice(0, named)
        .map((program) => ({ program: program.program, reasons: exclusionReasonsOf(program, facts) })),
    });
  },
});
