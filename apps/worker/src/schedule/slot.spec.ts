import { describe, expect, it } from 'vitest';
import { slotAt } from './slot.js';

describe('a slot', () => {
  it('is the school’s day for a nightly run, whatever the day is elsewhere', () => {
    const instant = new Date('2026-11-21T03:30:00Z');
    expect(slotAt('nightly', 'America/New_York', instant)).toEqual({ slot: '2026-11-20', asOf: '2026-11-20' });
    expect(slotAt('nightly', 'Europe/Berlin', instant)).toEqual({ slot: '2026-11-21', asOf: '2026-11-21' });
  });

  it('is the same Monday all week for a weekly run, so that a late one does not run twice', () => {
    for (const day of ['2026-11-16', '2026-11-18', '2026-11-22']) {
      expect(slotAt('weekly', 'UTC', new Date(`${day}T12:00:00Z`)).slot).toBe('2026-11-16');
    }
  });
});
