import type { Day, Experience } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { coveredDays } from '../view/covered-days.js';
import { isOutput } from '../view/output.js';
import { paths } from '../view/paths.js';

/** Months of research and nothing submitted since it began. */
export const noOutput = defineRule({
  code: 'scholarly.no-output',
  revision: 1,
  about: 'Months of research and nothing submitted since it began.',
  basis: ['003#phase-2'],
  policy: { days: 'scholarly.no-output.days', level: 'scholarly.no-output.level' },
  assess({ record: { experiences, scholarly }, policy: { asOf, today } }, { days, level }) {
    if (experiences === undefined) return unknown(paths.experiences);
    let research: Experience[] | undefined;
    let first: Day | undefined;
    let openLong = false;
    for (const experience of experiences) {
      const { kind, from, to } = experience;
      if (kind !== 'research' || from === undefined || from > asOf) continue;
      if (research === undefined) research = [experience];
      else research.push(experience);
      if (first === undefined || from < first) first = from;
      if (to === undefined && from <= today.daysBefore(days)) openLong = true;
    }
    if (research === undefined || first === undefined) return clear();
    if (scholarly !== undefined) {
      for (const work of scholarly) if (isOutput(work, asOf) && (work.on === undefined || work.on >= first)) return clear();
    }
    if (coveredDays(research, asOf) < days) return openLong ? unknown(paths.experiencesTo) : clear();
    return scholarly === undefined ? unknown(paths.scholarly) : raised(level, { from: first, days });
  },
});
