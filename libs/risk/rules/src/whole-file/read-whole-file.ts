import {
  type ApplicantRecord,
  type ComponentRating,
  type Day,
  type FileComponent,
  type FilePosition,
  filePositions,
  type ImgTier,
  type OtherReading,
  type ResearchAmount,
  type ScoreCategory,
  type SpecialtyKey,
  type WholeFile,
} from '@matchwatch/domain';
import type { Policy, ResolvedValues } from '@matchwatch/risk-policy';
import { ApplicantView } from '../view/applicant-view.js';
import { isOutput } from '../view/output.js';
import { ViewPolicy } from '../view/view-policy.js';

type Rating = ComponentRating | null;

const byCategory: Readonly<Record<ScoreCategory, FilePosition>> = {
  'on-target': 'within-range',
  A: 'broaden',
  B: 'borderline',
  C: 'backup',
  failed: 'backup',
};
// The source of the tiers calls the highest ones still possible: no tier alone sends anybody to a backup.
const byTier: Readonly<Record<ImgTier, FilePosition>> = { moderate: 'broaden', high: 'borderline', 'very-high': 'borderline' };

/** The file of one applicant as a whole: its position, how its parts rate beside the scores, and how another source reads the specialties. */
export function readWholeFile(record: ApplicantRecord, policy: Policy, asOf: Day): WholeFile {
  const viewPolicy = new ViewPolicy(policy, asOf);
  const view = new ApplicantView(record, {}, viewPolicy);
  const { values } = viewPolicy;
  const research = researchOf(record, values, asOf);
  const components: Record<FileComponent, Rating> = {
    clinical: clinicalRating(record, values, asOf),
    letters: lettersRating(record, values),
    research: research === null ? null : research === 'strong' ? 'strong' : research === 'none' ? 'weak' : 'neutral',
    service: serviceRating(record, values, asOf),
    professionalism: professionalismRating(record),
  };
  return { position: positionOf(view), components, research, otherReadings: otherReadings(record, view.standing.passed?.score, values) };
}

/** Where the score and, for an IMG, the tier put the file; the weaker of the two counts. */
function positionOf(view: ApplicantView): FilePosition | null {
  const { category } = view.primary;
  const tier = view.isImg ? view.img.tier : null;
  const positions = [...(category === null ? [] : [byCategory[category]]), ...(tier === null ? [] : [byTier[tier]])];
  return filePositions.findLast((position) => positions.includes(position)) ?? null;
}

function clinicalRating({ clerkships }: ApplicantRecord, values: ResolvedValues, asOf: Day): Rating {
  const graded = clerkships?.filter(({ grade, endedOn }) => grade !== undefined && (endedOn === undefined || endedOn <= asOf));
  if (graded === undefined || graded.length === 0) return null;
  if (graded.some(({ grade }) => grade === 'fail')) return 'weak';
  return graded.filter(({ grade }) => grade === 'honors').length >= values['component.clinical.strong-honors'] ? 'strong' : 'neutral';
}

function lettersRating({ letters }: ApplicantRecord, values: ResolvedValues): Rating {
  const judged = letters?.filter(({ strength, status }) => (strength === 'strong' || strength === 'generic') && status !== 'declined');
  if (judged === undefined || judged.length === 0) return null;
  const strong = judged.filter(({ strength }) => strength === 'strong').length;
  return strong >= values['component.letters.strong'] ? 'strong' : strong === 0 ? 'weak' : 'neutral';
}

function researchOf({ scholarly }: ApplicantRecord, values: ResolvedValues, asOf: Day): ResearchAmount | null {
  if (scholarly === undefined) return null;
  const works = scholarly.filter((work) => isOutput(work, asOf)).length;
  if (works >= values['component.research.strong']) return 'strong';
  if (works >= values['component.research.some']) return 'some';
  return scholarly.length > 0 ? 'minimal' : 'none';
}

function serviceRating({ experiences }: ApplicantRecord, values: ResolvedValues, asOf: Day): Rating {
  if (experiences === undefined) return null;
  const kinds = values['component.service.kinds'];
  const service = experiences.filter(({ kind, from }) => kinds.includes(kind) && (from === undefined || from <= asOf)).length;
  return service >= values['component.service.strong'] ? 'strong' : service > 0 ? 'neutral' : 'weak';
}

const professionalismRating = ({ redFlags }: ApplicantRecord): Rating =>
  redFlags === undefined ? null : redFlags.some(({ kind }) => kind === 'professionalism') ? 'weak' : 'neutral';

const groups = ['highly-competitive', 'moderately-competitive', 'less-numerically-competitive'] as const;

function otherReadings({ specialtyPlan }: ApplicantRecord, score: number | undefined, values: ResolvedValues): OtherReading[] {
  const planned: SpecialtyKey[] = [
    ...(specialtyPlan?.primary ? [specialtyPlan.primary] : []),
    ...(specialtyPlan?.backups?.map(({ specialty }) => specialty) ?? []),
  ];
  return planned.flatMap((specialty) => {
    const group = groups.find((each) => values[`specialty.alternative.${each}`].includes(specialty));
    if (group === undefined) return [];
    const { low } = values[`specialty.alternative-range.${group}`];
    return [{ specialty, group, low, gap: score === undefined ? null : low - score }];
  });
}
