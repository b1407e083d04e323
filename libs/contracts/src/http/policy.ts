import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season } from '../record/scalars.js';
import { listQuery } from './paging.js';
import { policyChangesSchema, policyEntrySchema } from './policy-changes.js';
import { citationSchema } from './rulebook.js';
import { runSchema } from './run.js';

/** What lint says of a policy; words are made from code and evidence. */
export const policyNoticeSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(d.noticeSeverities),
  keys: z.array(z.string()).meta({ description: 'The first is the one to mend.' }),
  evidence: z.record(z.string(), z.json()),
}) as unknown as z.ZodType<d.PolicyNotice, d.PolicyNotice>;

const datedEntry = policyEntrySchema.extend({ since: day });

/** One key that two policies say differently. */
export const policyDifferenceSchema = z.strictObject({
  key: z.string(),
  before: datedEntry.nullable().meta({ description: 'In force on the day compared; null where nothing is.' }),
  after: datedEntry.nullable(),
  steps: z
    .array(z.strictObject({ since: day, before: policyEntrySchema.nullable(), after: policyEntrySchema.nullable() }))
    .meta({ description: 'Every first day on which the two say something else, oldest first.' }),
}) as unknown as z.ZodType<d.PolicyDifference, d.PolicyDifference>;

const shownEntry = z.strictObject({
  since: day,
  value: z.json(),
  sources: z.array(citationSchema),
  confirm: z.boolean().meta({ description: 'Left open by its sources: for the school to confirm or replace.' }),
});

const versionName = z.strictObject({ id: z.int(), version: z.string() });

/** The policy in force, key by key: what the policy page shows. */
export const policySchema = z.strictObject({
  asOf: day,
  version: z.string(),
  versionId: z.int().nullable().meta({ description: 'Null while the default is in force.' }),
  effectiveOn: day.nullable(),
  changes: policyChangesSchema.meta({ description: 'What it says otherwise than the default.' }),
  rulesDigest: z.string(),
  next: versionName.extend({ effectiveOn: day }).nullable().meta({ description: 'Published, and in force from a later day on.' }),
  notices: z.array(policyNoticeSchema),
  keys: z.array(
    z.strictObject({
      key: z.string(),
      about: z.string(),
      unit: z.string(),
      values: z.array(shownEntry).meta({ description: 'Every dated value, oldest first.' }),
      inForce: day.nullable().meta({ description: 'The `since` of the value in force; null where none has begun.' }),
      standard: z.array(shownEntry).nullable().meta({ description: 'What the default says, where the version in force says otherwise.' }),
      changed: z
        .strictObject({ versionId: z.int(), version: z.string(), by: z.string(), at: z.string(), reason: z.string() })
        .nullable()
        .meta({ description: 'Who last changed it, when, why and in which version; null while it is the default’s.' }),
      rules: z.array(z.string()).meta({ description: 'Codes of the rules that use it, themselves or through what they are told.' }),
    }),
  ),
  verdicts: z
    .array(z.strictObject({ code: z.string(), agreed: z.int(), disagreed: z.int() }))
    .meta({ description: 'What people said of the flags of each rule; rules nobody has judged are left out.' }),
});
export type PolicyInForce = z.infer<typeof policySchema>;

/** One version of a school's policy, in lists. */
export const policyVersionSchema = z.strictObject({
  id: z.int(),
  version: z.string(),
  state: z.enum(d.policyVersionStates),
  inForce: z.boolean().meta({ description: 'Whether it is what runs use today.' }),
  revision: z.int().meta({ description: 'Goes back in If-Match on a write.' }),
  reason: z.string(),
  effectiveOn: day,
  basedOn: versionName.nullable().meta({ description: 'The version in force when it was begun; null for the default.' }),
  keys: z.array(z.string()).meta({ description: 'The keys it gives.' }),
  author: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  published: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
  ended: z
    .strictObject({ by: z.string(), at: z.string(), reason: z.string().nullable() })
    .nullable()
    .meta({ description: 'Withdrawn or discarded.' }),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

export const policyVersionSorts = ['id', 'version', 'effectiveOn', 'updatedAt'] as const;
export const policyVersionFilterSchema = z.strictObject({
  id: z.array(id).max(200).optional(),
  state: z.array(z.enum(d.policyVersionStates)).max(d.policyVersionStates.length).optional(),
});
export type PolicyVersionFilter = z.infer<typeof policyVersionFilterSchema>;
export const policyVersionListQuery = listQuery(policyVersionSorts, policyVersionFilterSchema, ['id', 'DESC']);

const versionText = line(60).meta({ description: 'A name, unique in the school.' });
const reasonText = line(500);

/** Begins a draft; without `changes` it starts from what the version in force on its day says. */
export const policyDraftSchema = z.strictObject({
  version: versionText,
  reason: reasonText.meta({ description: 'Why the school changes its mind.' }),
  effectiveOn: day,
  changes: policyChangesSchema.optional(),
});
export type PolicyDraft = z.infer<typeof policyDraftSchema>;

/** A write of a whole draft; the revision it was based on goes in `If-Match`. */
export const policyDraftWriteSchema = z.strictObject({
  version: versionText,
  reason: reasonText,
  effectiveOn: day,
  changes: policyChangesSchema,
});
export type PolicyDraftWrite = z.infer<typeof policyDraftWriteSchema>;

export const policyActionReasonSchema = z.strictObject({ reason: reasonText.optional() });
/** Taking back what was published needs a reason. */
export const policyWithdrawalSchema = z.strictObject({ reason: reasonText });

/** Whether the asker may do something now, and why or why not, as a sentence's end. */
export const permissionSchema = z.strictObject({ allowed: z.boolean(), because: z.string() });

export const policyEventSchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(d.policyEventKinds),
  revision: z.int(),
  reason: z.string().nullable(),
  keys: z.array(z.string()).meta({ description: 'The keys it changed.' }),
});
export type PolicyEvent = z.infer<typeof policyEventSchema>;

/** One version with everything its page shows. */
export const policyVersionDetailSchema = policyVersionSchema.extend({
  changes: policyChangesSchema,
  notices: z.array(policyNoticeSchema).meta({ description: 'Errors first; a draft with an error cannot be published.' }),
  against: z
    .string()
    .meta({ description: 'The version it is compared with: the one that is, or would otherwise be, in force on its day.' }),
  differences: z.array(policyDifferenceSchema),
  shadow: z.enum(d.shadowStates),
  events: z.array(policyEventSchema).meta({ description: 'Newest first.' }),
  may: z.strictObject({
    edit: permissionSchema,
    shadow: permissionSchema,
    publish: permissionSchema,
    discard: permissionSchema,
    withdraw: permissionSchema,
  }),
});
export type PolicyVersionDetail = z.infer<typeof policyVersionDetailSchema>;

/** The query of a shadow result; names narrow to one season and to some moves, numbers only to the season. */
export const shadowQuery = z.strictObject({
  season: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a year' })
    .transform(Number)
    .pipe(season)
    .optional(),
  move: z.enum(d.shadowMoves).optional(),
});

const levelCounts = z.record(z.enum(d.riskLevels), z.int());
const moveCounts = z.record(z.enum(d.shadowMoves), z.int());

/** What one applicant's level and findings would do. */
export const shadowMoverSchema = z.strictObject({
  applicantId: z.int(),
  name: z.string(),
  season: z.int(),
  applicantType: z.enum(d.applicantTypes),
  advisor: z.string().nullable(),
  from: z.enum(d.riskLevels),
  to: z.enum(d.riskLevels),
  move: z.enum(d.shadowMoves).nullable().meta({ description: 'Null when the level stays and only findings differ.' }),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(d.flagEventKinds),
      from: z.enum(d.findingLevels).nullable(),
      to: z.enum(d.findingLevels).nullable(),
    }),
  ),
});
export type ShadowMover = z.infer<typeof shadowMoverSchema>;

/** What the last trial of a draft showed: both policies on the same records and the same day. */
export const shadowSchema = z.strictObject({
  versionId: z.int(),
  version: z.string(),
  state: z.enum(d.shadowStates),
  asOf: day.nullable(),
  against: z.string().nullable().meta({ description: 'The version in force that it is compared with; null before the runs are open.' }),
  seasons: z.array(z.int()),
  runs: z.array(runSchema).meta({ description: 'One a season.' }),
  applicants: z.strictObject({
    population: z.int(),
    assessed: z.int(),
    failed: z.int(),
    changed: z.int().meta({ description: 'A level or a finding would change.' }),
    reworded: z.int().meta({ description: 'Only values or sources shown in reasons would change.' }),
    unchanged: z.int(),
  }),
  moves: moveCounts,
  levels: z.strictObject({ before: levelCounts, after: levelCounts }),
  byAdvisor: z
    .array(z.strictObject({ advisor: z.string().nullable(), applicants: z.int(), before: z.int(), after: z.int() }))
    .meta({ description: 'Applicants at risk or above of each advisor, the largest change first; null is without an advisor.' }),
  byType: z.array(
    z.strictObject({
      applicantType: z.enum(d.applicantTypes),
      applicants: z.int(),
      before: levelCounts,
      after: levelCounts,
      moves: moveCounts,
    }),
  ),
  byRule: z
    .array(z.strictObject({ code: z.string(), opened: z.int(), raised: z.int(), lowered: z.int(), closed: z.int() }))
    .meta({ description: 'Findings by rule, the most changed first.' }),
  flags: z
    .strictObject({ closing: z.int(), unreviewed: z.int() })
    .meta({ description: 'Open flags that would close, and how many of them nobody has reviewed.' }),
  movers: z.array(shadowMoverSchema).meta({ description: 'The largest movements first; at most two hundred.' }),
  moversTotal: z.int(),
});
export type Shadow = z.infer<typeof shadowSchema>;
