import { z } from 'zod';
import { line } from '../record/scalars.js';

/** For whom a brief is: a colleague, or the student it is about. */
export const briefKinds = ['colleague', 'student'] as const;
export type BriefKind = (typeof briefKinds)[number];

/** The parts a brief may have, in their order. */
export const briefSections = ['level', 'facts', 'strengths', 'meetings', 'plan', 'dates'] as const;
export type BriefSection = (typeof briefSections)[number];

/** What a student is handed: facts, plan and dates; no level, no reasons, nothing that was written down about them. */
export const studentSections: ReadonlySet<BriefSection> = new Set<BriefSection>(['facts', 'plan', 'dates']);

/** Asks for a brief of at most two pages. */
export const briefRequestSchema = z
  .strictObject({
    kind: z.enum(briefKinds),
    sections: z
      .array(z.enum(briefSections))
      .min(1)
      .max(briefSections.length)
      .refine((sections) => new Set(sections).size === sections.length, { error: 'must name each part once' }),
    reason: line(500),
  })
  .refine(({ kind, sections }) => kind === 'colleague' || sections.every((section) => studentSections.has(section)), {
    error: 'holds a part that is not for the student',
    path: ['sections'],
  });
export type BriefRequest = z.infer<typeof briefRequestSchema>;
