import { policyFromChanges } from '@matchwatch/risk-rules';
import { useMemo } from 'react';
import { useShownPolicy } from './use-shown-policy.js';

/** The policy that runs use today, as the engine in the browser reads it; undefined until it is here. */
export function usePolicyInForce() {
  const { data, error, refetch } = useShownPolicy();
  const policy = useMemo(() => data && policyFromChanges(data.version, data.changes), [data]);
  return { policy, error, refetch };
}
