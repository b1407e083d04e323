import { type Help, helpHorizons } from '@matchwatch/contracts';
import { interventionCodes, smallestTold } from '@matchwatch/domain';
import type { HelpAfter, HelpCount } from '@matchwatch/store';
import { wilsonInterval } from './wilson-interval.js';

type Group = NonNullable<Help['kinds'][number]['after'][number]['withIt']>;

const group = (applicants: number, better: number, worse: number, flags: number): Group => ({
  applicants,
  better: wilsonInterval(better, applicants),
  worse: wilsonInterval(worse, applicants),
  flags,
});

/** What is told of help: nothing of fewer people than may be told of, and no comparison with too few. */
export function toHelp(season: number | null, counts: readonly HelpCount[], after: readonly HelpAfter[]): Help {
  const kinds = counts.map(({ intervention, applicants, contacted, medianDays }) => ({
    intervention,
    applicants: applicants < smallestTold ? null : applicants,
    medianDays: contacted < smallestTold ? null : medianDays,
    after: helpHorizons.map((days) => {
      const found = after.find((each) => each.intervention === intervention && each.days === days);
      if (!found || found.applicants < smallestTold) return { days, withIt: null, similar: null };
      const { applicants: lived, better, worse, flags, similar, similarBetter, similarWorse, similarFlags } = found;
      const isEnough = similar >= smallestTold && similarBetter !== null && similarWorse !== null && similarFlags !== null;
      return {
        days,
        withIt: group(lived, better / lived, worse / lived, flags),
        similar: isEnough ? group(similar, similarBetter, similarWorse, similarFlags) : null,
      };
    }),
  }));
  const place = (code: (typeof kinds)[number]['intervention']) => interventionCodes.indexOf(code);
  return { season, smallest: smallestTold, kinds: kinds.sort((a, b) => place(a.intervention) - place(b.intervention)) };
}
