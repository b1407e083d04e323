import type { Agreement, Casework, Day, ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, told, us } from '../spec-kit.js';
import { planDrift } from './plan-drift.rule.js';

const kind = { specialty: 'internal-medicine', track: 'categorical' } as const;
const widen = (programs: number, dueOn: Day, agreedOn: Day = '2026-08-01'): Agreement => ({
  change: { fact: 'list.programs', from: { ...kind, programs: 42 }, to: { ...kind, programs } },
  agreedOn,
  dueOn,
});
const listing = (count: number) => ({
  ...us,
  programs: Array.from({ length: count }, (_, i): ProgramChoice => ({ program: `P${i}`, ...kind })),
});
const agreed = (...agreements: Agreement[]): Casework => ({ ...nothingDone, agreed: agreements });
const verdict = (programs: number, casework: Casework | undefined, on: Day = '2026-09-10') =>
  careVerdictOf(planDrift, listing(programs), casework, on);

describe('care.plan-drift', () => {
  it.each<[string, number, Casework | undefined, string]>([
    ['60 agreed by 7 days ago, 42 on the list', 42, agreed(widen(60, '2026-09-03')), 'clear'],
    ['60 agreed by 8 days ago, 42 on the list', 42, agreed(widen(60, '2026-09-02')), 'watch'],
    ['60 agreed by 8 days ago, 59 on the list', 59, agreed(widen(60, '2026-09-02')), 'watch'],
    ['60 agreed by 8 days ago, 60 on the list', 60, agreed(widen(60, '2026-09-02')), 'clear'],
    ['60 agreed, then 40 later', 42, agreed(widen(60, '2026-09-01'), widen(40, '2026-09-02', '2026-08-05')), 'clear'],
    ['40 agreed, then 60 later', 42, agreed(widen(60, '2026-09-02', '2026-08-05'), widen(40, '2026-09-01')), 'watch'],
    ['60 agreed, then given more time', 42, agreed(widen(60, '2026-08-02'), widen(60, '2026-10-02', '2026-08-05')), 'clear'],
    ['nothing agreed', 42, agreed(), 'clear'],
    ['agreements not kept', 42, { ...nothingDone, agreed: undefined }, 'unknown: casework.agreed'],
    ['nothing known of the school', 42, undefined, 'unknown: casework'],
  ])('%s: %s', (_, programs, casework, answer) => expect(told(verdict(programs, casework))).toBe(answer));

  it('does not count as drift what the record does not tell', () =>
    expect(told(careVerdictOf(planDrift, us, agreed(widen(60, '2026-09-02'))))).toBe('unknown: casework.agreed facts'));

  it('names what was agreed, by when, and where the record stands', () =>
    expect(verdict(42, agreed(widen(60, '2026-08-20')))).toEqual({
      is: 'raised',
      level: 'watch',
      evidence: { agreements: 1, first: [{ fact: 'list.programs', dueOn: '2026-08-20', wanted: 60, now: 42 }] },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.plan-drift.days', '2026-09-10', 0);
    const casework = agreed(widen(60, '2026-09-05'));
    expect(told(careVerdictOf(planDrift, listing(42), casework, '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(planDrift, listing(42), casework, '2026-09-10', policy))).toBe('watch');
  });
});
