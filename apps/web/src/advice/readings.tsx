import type { ApplicantDetail } from '@matchwatch/contracts';
import { usePolicyInForce } from '../policy/use-policy-in-force.js';
import { useToday } from '../session/use-today.js';
import { TreeCard } from './tree-card.js';
import { WholeFileCard } from './whole-file-card.js';

/** The file as a whole, worked out here once the day and the policy in force are known. */
export function WholeFileReading({ detail }: { detail: ApplicantDetail }) {
  const today = useToday();
  const { policy } = usePolicyInForce();
  return policy && today ? <WholeFileCard detail={detail} policy={policy} today={today} /> : null;
}

/** The decision tree, once the day and the policy in force are known. */
export function TreeReading({ detail }: { detail: ApplicantDetail }) {
  const today = useToday();
  const { policy } = usePolicyInForce();
  return policy && today ? <TreeCard detail={detail} policy={policy} today={today} /> : null;
}
