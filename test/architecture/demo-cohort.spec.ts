import { demoCohort } from '@matchwatch/demo';
import { addDays, type Day, mondayOf, type RiskLevel, riskRank } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
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

  it('move every week, in both directions, but never for many', () => {
    let ofNext = 0;
    for (let week = 1; week < weeks.length; week++) {
      const [before, after] = [weeks[week - 1] as Map<string, Standing>, weeks[week] as Map<string, Standing>];
      const moves = movesBetween(before, after, season);
      expect(moves.new.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.worse.length, mondays[week]).toBeGreaterThan(0);
      expect(moves.better.length, mondays[week]).toBeGreaterThan(0);
      // Step 2 CK results of a whole class arrive in July.
      expect(moves.worse.length + moves.better.length, mondays[week]).toBeLessThan(25);
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
    expect(of('at-risk')).toBeGreaterThan(0.085);
    expect(of('at-risk')).toBeLessThan(0.135);
    expect(of('high-risk')).toBeGreaterThan(0.045);
    expect(of('high-risk')).toBeLessThan(0.085);
    expect(of('not-assessable')).toBeGreaterThan(0.015);
    expect(of('not-assessable')).toBeLessThan(0.05);
  });
});
