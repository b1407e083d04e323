import type { ApplicantDetail } from '@matchwatch/contracts';
import { applicationCosts } from '@matchwatch/risk-rules';
import { applicationCostsText } from '@matchwatch/words';
import { usePolicyInForce } from '../policy/use-policy-in-force.js';
import { useToday } from '../session/use-today.js';

/** What the program list costs, and what the advised number would, by the fees of the policy in force. */
export function ListCost({ detail: { record, answer } }: { detail: ApplicantDetail }) {
  const today = useToday();
  const { policy } = usePolicyInForce();
  if (!policy || !today) return null;
  const text = applicationCostsText(applicationCosts(record, answer?.programTarget ?? null, policy, today));
  return text === undefined ? null : <div>{text}</div>;
}
