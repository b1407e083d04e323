import type { AdvisedGroup } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { toEvidence } from './evidence-answer.js';

const span = { season: 2027, from: '2026-01-01', to: '2026-11-20' } as const;
const group = (type: AdvisedGroup['type'], meetings: number, applicants: number, plan: AdvisedGroup['plan'] = 'none'): AdvisedGroup => ({
  type,
  meetings,
  plan,
  applicants,
});
const answer = (advised: AdvisedGroup[], more: Partial<Parameters<typeof toEvidence>[1]> = {}) =>
  toEvidence(span, { advised, meetings: [], arranged: [], graders: { relations: 0, meetings: 0 }, ...more });
const table = (name: string, ...of: Parameters<typeof answer>) => answer(...of).tables.find((each) => each.table === name)?.rows;

describe('the evidence on advising', () => {
  it('counts who was met how often, by type', () => {
    const advised = [group('us-md', 0, 20), group('us-md', 1, 30), group('us-md', 3, 15), group('us-md', 9, 12, 'agreed')];
    expect(answer(advised)).toMatchObject({ applicants: 77, meetings: 183, met: 57 });
    expect(table('seen', advised)).toEqual([{ row: 'us-md', cells: [20, 30, 15, 12], total: 77 }]);
    expect(table('plans', advised)).toEqual([{ row: 'us-md', cells: [65, 0, 12], total: 77 }]);
  });

  it('holds back few, and what would give them away', () => {
    const [row] = table('seen', [group('us-do', 0, 20), group('us-do', 1, 3), group('us-do', 2, 40)]) ?? [];
    expect(row?.cells.filter((cell) => cell === null).length).toBeGreaterThan(1);
    expect(row?.cells).toContain(40);
    const both = table('seen', [group('us-do', 1, 3), group('us-do', 0, 20), group('us-md', 1, 30), group('us-md', 0, 40)]);
    expect(both?.[0]).toEqual({ row: 'all', cells: [60, 33, 0, 0], total: 93 });
    expect(both?.slice(1).map(({ cells }) => cells[1])).toEqual([null, null]);
  });

  it('says neither how often nor whom where a colleague met few', () => {
    const by = (heading: string, meetings: number, applicants: number) => ({ by: 'staff' as const, heading, meetings, applicants });
    expect(table('staff', [], { meetings: [by('Ann', 14, 4), by('Bob', 30, 12)] })).toEqual([
      { row: 'Ann', cells: [null, null], total: null },
      { row: 'Bob', cells: [30, 12], total: null },
    ]);
  });
});
