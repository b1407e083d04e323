import { demoCohort } from '@matchwatch/demo';
import { addDays, type Day, mondayOf, type RiskLevel, riskRank } from '@matchwatch/domain';
import { defaultPolicy, findSeason } from '@matchwatch/risk-policy';
import { createAssessor } from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';

const today: Day = '2026-11-21';

interface Standing {
  season: number;
  level: RiskLevel;
}

/** Where everybody known on a day stands, by id. */
function standingsOn(known: ReturnType<typeof demoCohort>, day: Day): Map<string, Standing> {
  const assess = createAssessor(defaultPolicy, day);
  return new Map(
    known
      .recordsOn(day)
      .map((record) => [record.externalId, { season: record.season, level: assess(record, { changedOn: day }).riskLevel }]),
  );
}

function movesBetween(before: ReadonlyMap<string, Standing>, after: ReadonlyMap<string, Standing>, season: number) {
  const moves = { new: [] as string[], worse: [] as string[], better: [] as string[] };
  for (const [id, { level, season: its }] of after) {
    if (its !== season) continue;
    const was = before.get(id)?.level;
    if (was === undefined) moves.new.push(id);
    else if (riskRank[level] > riskRank[was]) moves.worse.push(id);
    else if (riskRank[level] < riskRank[was]) moves.better.push(id);
  }
  return moves;
}

const asOfs: readonly Day[] = ['2026-06-01', '2026-08-17', today, '2027-02-01', '2027-04-10', '2027-07-15', '2028-03-01'];

describe.each(asOfs)('the risk levels of the demo cohort before %s', (asOf) => {
  const known = demoCohort({ asOf, seed: 2027 });
  const [, season, next] = known.seasons;
  const mondays = Array.from({ length: 13 }, (_, week) => addDays(mondayOf(asOf), 7 * (week - 12)));
  const weeks = mondays.map((monday) => standingsOn(known, monday));

  /** The one line of a season that moves many at once: with the Match, whatever was asked of the application is over. */
  const isMatchWeek = (week: number): boolean => {
    const matchDay = findSeason(defaultPolicy, season, asOf)?.matchDay;
    return matchDay !== undefined && matchDay > (mondays[week - 1] as Day) && matchDay <= (mondays[week] as Day);
  };

  it('move every week, in both directions, and for the better only with the Match for many', () => {
    let ofNext = 0;
    for (let week = 1; week < weeks.length; week++) {
      const [before, after] = [weeks[week - 1] as Map<string, Standing>, weeks[week] as Map<string, Standing>];
      const moves = movesBetween(before, after, season);
      expect(moves.new.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.worse.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.better.length, mondays[week]).toBeGreaterThan(0);
      // Step 2 CK is near for a whole class in June, and its results arrive in July.
      expect(moves.worse.length + (isMatchWeek(week) ? 0 : moves.better.length), mondays[week]).toBeLessThan(25);
      expect(moves.better.length, mondays[week]).toBeLessThan(40);
      const others = movesBetween(before, after, next);
      ofNext += others.worse.length + others.better.length;
    }
    expect(ofNext).toBeGreaterThan(12);
  });

  it('have moved in the week under way for the worse and the better, two of the cast among them', () => {
    const { new: fresh, worse, better } = movesBetween(weeks[11] as Map<string, Standing>, standingsOn(known, asOf), season);
    expect(Math.min(fresh.length, worse.length, better.length)).toBeGreaterThan(0);
    expect([...worse, ...better].filter((id) => id.startsWith('S-')).length).toBeGreaterThan(1);
  });
});

describe.each(['2026-08-31', today, '2027-02-01', '2027-11-20', '2028-02-07'] as const)('the shares of the risk levels on %s', (asOf) => {
  it('are those of a school with something to do, and not in alarm', () => {
    const known = demoCohort({ asOf, seed: 2027 });
    const levels = [...standingsOn(known, asOf).values()].filter(({ season }) => season === known.seasons[1]).map(({ level }) => level);
    const of = (level: RiskLevel) => levels.filter((each) => each === level).length / levels.length;
    expect(of('on-track')).toBeGreaterThan(0.55);
    expect(of('on-track')).toBeLessThan(0.75);
    expect(of('watch')).toBeGreaterThan(0.12);
    expect(of('watch')).toBeLessThan(0.25);
    expect(of('at-risk')).toBeGreaterThan(0.085);
    expect(of('at-risk')).toBeLessThan(0.135);
    expect(of('high-risk')).toBeGreaterThan(0.045);
    // More than half of them are the cast, who are there to show what goes wrong; more rules make more of their areas stack.
    expect(of('high-risk')).toBeLessThan(0.09);
    expect(of('not-assessable')).toBeGreaterThan(0.015);
    expect(of('not-assessable')).toBeLessThan(0.05);
  });
});
