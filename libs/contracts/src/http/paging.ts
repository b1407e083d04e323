import { z } from 'zod';

/** Most rows a page of a list may hold. */
export const maximumPage = 200;

const json = (what: string) => (text: string, context: z.RefinementCtx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: `${what} must be JSON` });
    return z.NEVER;
  }
};

const fieldsOf = (filter: z.ZodType): string[] => (filter instanceof z.ZodObject ? Object.keys(filter.shape) : []);

/**
 * The query of a list in the ra-data-simple-rest dialect: `sort=["field","ASC"]`, `range=[0,24]`, `filter={…}`.
 * Sorts and filters come from the allow-lists given; anything else is refused by name.
 */
export const listQuery = <S extends readonly [string, ...string[]], F extends z.ZodType>(
  sorts: S,
  filter: F,
  fallback: [S[number], 'ASC' | 'DESC'],
) =>
  z.strictObject({
    sort: z
      .string()
      .max(200)
      .meta({ description: `JSON \`["field","ASC"]\` or \`["field","DESC"]\`; fields: ${sorts.join(', ')}.` })
      .default(JSON.stringify(fallback))
      .transform(json('sort'))
      .pipe(z.tuple([z.enum(sorts), z.enum(['ASC', 'DESC'])])),
    range: z
      .string()
      .max(40)
      .meta({ description: `JSON \`[first,last]\`, counted from 0; at most ${maximumPage} rows.` })
      .default('[0,24]')
      .transform(json('range'))
      .pipe(
        z
          .tuple([z.int().min(0).max(10_000_000), z.int().min(0).max(10_000_000)])
          .refine(([from, to]) => to >= from && to - from < maximumPage, { error: `must span 1 to ${maximumPage} rows` }),
      ),
    filter: z
      .string()
      .max(8000)
      .meta({ description: `A JSON object with any of: ${fieldsOf(filter).join(', ')}.` })
      .default('{}')
      .transform(json('filter'))
      .pipe(filter),
  });

export interface Page<T> {
  rows: T[];
  total: number;
}
