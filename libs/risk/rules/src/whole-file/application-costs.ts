import type { ApplicantRecord, ApplicationCosts, Day, ProgramTarget } from '@matchwatch/domain';
import { type ApplicationFee, type Policy, resolvePolicy } from '@matchwatch/risk-policy';

/** What an applicant's list costs, and what the advised number would; fees count specialty by specialty. */
export function applicationCosts(
  { programs }: Pick<ApplicantRecord, 'programs'>,
  target: ProgramTarget | null,
  policy: Policy,
  asOf: Day,
): ApplicationCosts {
  const fee = resolvePolicy(policy, asOf)['programs.fee'];
  return {
    listed: programs === undefined ? null : listCost(programs, fee),
    advised: target && { minimum: cost(target.minimum, fee), maximum: cost(target.maximum, fee) },
  };
}

function listCost(programs: NonNullable<ApplicantRecord['programs']>, fee: ApplicationFee): number {
  const counts = new Map<string | undefined, number>();
  for (const { specialty, status } of programs) {
    if (status !== 'declined') counts.set(specialty, (counts.get(specialty) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of counts.values()) sum += cost(count, fee);
  return sum;
}

const cost = (count: number, { programs, each, eachBeyond }: ApplicationFee): number =>
  Math.min(count, programs) * each + Math.max(0, count - programs) * eachBeyond;
