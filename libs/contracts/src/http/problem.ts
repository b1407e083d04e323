import { z } from 'zod';

/** An RFC 9457 problem: what went wrong, for a person (`detail`) and a program (`type`, `issues`). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  issues: z.array(z.strictObject({ path: z.string(), reason: z.string() })).optional(),
  /** The current version when a write lost a race. */
  currentVersion: z.int().optional(),
  message: z.string().optional().meta({ description: 'The detail again, where react-admin looks for it.' }),
});
export type Problem = z.infer<typeof problemSchema>;
