import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { examSchema, experienceSchema, letterSchema, practiceSchema, scholarlySchema } from '../record/record.schema.js';
import { day, specialty, whole } from '../record/scalars.js';

const change = <F extends d.ChangeableFact, V extends z.ZodType>(fact: F, value: V) =>
  z.strictObject({ fact: z.literal(fact), from: value.nullable(), to: value });

const backups = z.array(z.strictObject({ specialty, acceptable: z.boolean().optional() })).max(10);
const percent = z.number().min(0).max(100);
const contingency = z.strictObject({
  path: z.enum(d.contingencyPaths).optional(),
  soapStatement: z.boolean().optional(),
  generalLetters: z.boolean().optional(),
});

/** One changeable fact of a record as it is and as it would be: what a goal sets out to reach. */
export const recordChangeSchema = z.discriminatedUnion('fact', [
  change('exam.result', examSchema),
  change('exam.booking', examSchema),
  change('practice.result', practiceSchema),
  change('study.question-bank', percent),
  change('study.full-length-days', whole(0, 100)),
  change('plan.primary', specialty),
  change('plan.backups', backups),
  change('plan.dual-applying', z.boolean()),
  change('plan.geography', z.enum(d.geographies)),
  change('plan.priority', z.enum(d.planPriorities)),
  change('visa.need', z.enum(d.visaNeeds)),
  change('clinical.experience', experienceSchema),
  change('letters.uploaded', whole(0, 50)),
  change('letters.new', z.strictObject({ count: whole(0, 50), letter: letterSchema })),
  change('letters.generic', whole(0, 50)),
  change('scholarly.work', scholarlySchema),
  change('list.programs', z.strictObject({ specialty, track: z.enum(d.programTracks), programs: whole(0, 500) })),
  change('statement', z.strictObject({ status: z.enum(d.statementStatuses), reviewedOn: day.optional() })),
  change('record.gaps-explained', z.boolean()),
  change('interview.account-rehearsed', day),
  change('interview.mocks', whole(0, 200)),
  change('contingency', contingency),
  change('match.rank-list-certified', day),
]);

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** Compile-time proof that the schema and the vocabulary's type are one shape. */
export const recordChangeSchemaMatchesVocabulary: Same<z.output<typeof recordChangeSchema>, d.RecordChange> = true;
