import type { PolicyInForce } from '@matchwatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** The cache's name of the policy in force. */
export const policyKey = ['policy'] as const;

/** Every number in force today, as people read it. */
export function useShownPolicy() {
  const api = useApi();
  return useQuery<PolicyInForce>({ queryKey: policyKey, queryFn: ({ signal }) => api.getPolicy(signal), staleTime: 60_000 });
}
