import type { Day } from '@matchwatch/domain';
import { defaultPolicy, type Policy, policyFromChanges } from '@matchwatch/risk-rules';
import { type Database, findPolicyInForce, type PolicyInForce } from '@matchwatch/store';

/** The policy a school goes by on a day; `own` is the version it comes from, undefined while it is the default. */
export interface SchoolPolicy {
  policy: Policy;
  own: PolicyInForce | undefined;
}

/** What a version says as a policy. What is published never changes, so it is put together once. */
const published = new Map<string, Policy>();
const mostKept = 100;

function policyOf(schoolId: string, { id, version, changes }: PolicyInForce): Policy {
  const key = `${id} ${schoolId}`;
  const known = published.get(key);
  if (known) return known;
  if (published.size >= mostKept) published.clear();
  const policy = policyFromChanges(version, changes);
  published.set(key, policy);
  return policy;
}

/** The policy that a school goes by on a day. */
export async function readSchoolPolicy(db: Database, schoolId: string, day: Day): Promise<SchoolPolicy> {
  const own = await findPolicyInForce(db, schoolId, day);
  return { own, policy: own ? policyOf(schoolId, own) : defaultPolicy };
}
