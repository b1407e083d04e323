import { dayIn, type PolicyFault } from '@matchwatch/domain';
import { readPolicyChanges } from '@matchwatch/risk-rules';
import { type Database, findNextPolicy, findPolicyInForce, type School } from '@matchwatch/store';

/** What there is to say of one published version of a school's policy. */
export interface PolicyLook {
  version: string;
  /** Places that this program's policy no longer allows: an upgrade may have renamed a key or narrowed its bounds. */
  faults: readonly PolicyFault[];
}

/** The school's version in force and the one that comes next, each read again as if it were written now. */
export async function lookAtPolicies(db: Database, { id, timeZone }: School, now: Date): Promise<PolicyLook[]> {
  const today = dayIn(timeZone, now);
  const found = [await findPolicyInForce(db, id, today), await findNextPolicy(db, id, today)];
  return found.flatMap((policy) => {
    if (!policy) return [];
    const read = readPolicyChanges(policy.changes);
    return [{ version: policy.version, faults: read.ok ? [] : read.faults }];
  });
}
