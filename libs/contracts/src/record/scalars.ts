import { type Day, isDay, type SpecialtyKey, specialtyKeys } from '@matchwatch/domain';
import { z } from 'zod';

/** A calendar day as text. */
export const day = z
  .string()
  .refine(isDay, { error: 'must be a calendar day written YYYY-MM-DD' })
  .meta({ format: 'date', description: 'A calendar day in the school’s time zone, YYYY-MM-DD.' }) as unknown as z.ZodType<Day, Day>;

// NUL cannot be stored by PostgreSQL; lone surrogates cannot be written as UTF-8; other control characters have no place in a name.
const unprintable = /[\u0000-\u001f\u007f\ud800-\udfff]/u;

/** One line of text, trimmed, not empty; `max` characters at most. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'must not be empty; leave the fact out when it is not known' })
    .max(max)
    .refine((text) => !unprintable.test(text), { error: 'must not hold control characters' });

/** Text to search for, trimmed; may be empty. */
export const printable = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !unprintable.test(text), { error: 'must not hold control characters' });

const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u;

/** Text of several lines, trimmed, not empty; line ends become LF. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'must not be empty' })
        .refine((text) => !unwritable.test(text), { error: 'must not hold control characters' }),
    );

/** The beginning of a text that may be of any length, for people to recognise it by. */
export const clipped = (text: string, most = 80): string => (text.length > most ? `${text.slice(0, most)}…` : text);

export const email = z.email().max(254);

export const specialty = z.enum(specialtyKeys as [SpecialtyKey, ...SpecialtyKey[]], {
  // Whatever was given may be deeper than a stack and longer than a page.
  error: ({ input }) => `is not a specialty of the register${typeof input === 'string' ? `: ${JSON.stringify(clipped(input))}` : ''}`,
});

/** A whole number between two bounds. */
export const whole = (low: number, high: number) => z.int().min(low).max(high);

/** A key of a row. */
export const id = whole(1, 2_147_483_647);

/** A Match year. */
export const season = whole(2000, 2100);
