import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { homeQuery } from './home.js';

/** Days after which it is looked at what became of help. */
export const helpHorizons = [30, 60, 90] as const;

/** The query of what became of help; without a season it is the one people work on. */
export const helpQuery = homeQuery;

const share = z
  .strictObject({ share: z.number(), low: z.number(), high: z.number() })
  .meta({ description: 'A share from 0 to 1 with the ends of its interval at 95 %.' });
const group = z.strictObject({
  applicants: z.int(),
  better: share.meta({ description: 'Whose level was lower than on the day it was agreed.' }),
  worse: share,
  flags: z.number().meta({ description: 'By how many the open flags had changed, on average.' }),
});

/** Per kind of help: how many, how soon, and what was so some days after, beside similar applicants without it. */
export const helpSchema = z.strictObject({
  season: z.int().nullable().meta({ description: 'Null when there is nobody yet.' }),
  smallest: z.int().meta({ description: 'Fewer people than this are told of no one; what would tell is null.' }),
  kinds: z.array(
    z.strictObject({
      intervention: z.enum(d.interventionCodes),
      applicants: z.int().nullable().meta({ description: 'How many agreed to it; null when fewer than `smallest`.' }),
      medianDays: z
        .number()
        .nullable()
        .meta({ description: 'From the first flag that asks to act to the first meeting after it; the middle of all.' }),
      after: z.array(
        z.strictObject({
          days: z.int(),
          withIt: group.nullable().meta({ description: 'Null when too few have lived that long since.' }),
          similar: group.nullable().meta({
            description: 'Same type, level and score category on the day, without it; of very many an even part. Null when too few to say.',
          }),
        }),
      ),
    }),
  ),
});
export type Help = z.infer<typeof helpSchema>;
