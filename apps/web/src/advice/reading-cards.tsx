import type { ApplicantDetail } from '@matchwatch/contracts';
import { usePolicyInForce } from '../policy/use-policy-in-force.js';
import { useToday } from '../session/use-today.js';
import { TreeCard } from './tree-card.js';
import { WholeFileCard } from './whole-file-card.js';

/** What is worked out here from the record and the policy in force: the file as a whole, and the decision tree. */
export function ReadingCards({ detail }: { detail: ApplicantDetail }) {
  const today = useToday();
  const { policy } = usePolicyInForce();
  // The page stands without them, and they come when the policy has arrived.
  if (!policy || !today) return null;
  return (
    <>
      <WholeFileCard detail={detail} policy={policy} today={today} />
      <TreeCard detail={detail} policy={policy} today={today} />
    </>
  );
}
