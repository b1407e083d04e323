import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar.js';

const entry = {
  uid: 'meeting-7.demo@matchwatch',
  title: 'Advising meeting',
  on: '2026-12-01',
  stampedAt: new Date('2026-11-20T17:00:00Z'),
} as const;

describe('a calendar file', () => {
  it('holds a timed entry in universal time', () =>
    expect(calendarFile([{ ...entry, from: new Date('2026-12-01T20:30:00Z'), minutes: 45, sequence: 2 }]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Matchwatch//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:meeting-7.demo@matchwatch',
      'DTSTAMP:20261120T170000Z',
      'SEQUENCE:2',
      'DTSTART:20261201T203000Z',
      'DTEND:20261201T211500Z',
      'SUMMARY:Advising meeting',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]));

  it('holds a day, and says what was called off', () =>
    expect(calendarFile([{ ...entry, cancelled: true }])).toContain(
      'DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\nSUMMARY:Advising meeting\r\nSTATUS:CANCELLED',
    ));

  it('escapes what has a meaning of its own and folds long lines by octets', () => {
    const file = calendarFile([{ ...entry, title: `a;b,c\\d\ne ${'ü'.repeat(60)}` }]);
    expect(file).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne ');
    const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('ü'.repeat(60));
  });
});
