import { addDays, type Day } from '@matchwatch/domain';

/** One entry of a calendar; without `from` it takes the whole day. */
export interface CalendarEntry {
  uid: string;
  /** Never a reason: calendars are read over shoulders. */
  title: string;
  on: Day;
  /** The last day of an entry of whole days, when that is another. */
  until?: Day | undefined;
  from?: Date | undefined;
  minutes?: number | undefined;
  /** How often it was changed. */
  sequence?: number | undefined;
  cancelled?: boolean | undefined;
  /** The page that tells more, to those who may open it. */
  url?: string | undefined;
  stampedAt: Date;
}

/** Entries as a calendar file (iCalendar, RFC 5545). */
export const calendarFile = (entries: readonly CalendarEntry[], { name }: { name?: string } = {}): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Matchwatch//EN',
    'CALSCALE:GREGORIAN',
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H']),
    ...entries.flatMap(lines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')}\r\n`;

const lines = ({ uid, title, on, until, from, minutes = 30, sequence = 0, cancelled, url, stampedAt }: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utc(stampedAt)}`,
  `SEQUENCE:${sequence}`,
  ...(from
    ? [`DTSTART:${utc(from)}`, `DTEND:${utc(new Date(from.getTime() + minutes * 60_000))}`]
    : [`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(until ?? on, 1))}`]),
  `SUMMARY:${escaped(title)}`,
  ...(url === undefined ? [] : [`URL:${url}`]),
  ...(cancelled ? ['STATUS:CANCELLED'] : []),
  'END:VEVENT',
];

const plain = (day: Day): string => day.replaceAll('-', '');
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line holds 75 octets at most; what is longer goes on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
