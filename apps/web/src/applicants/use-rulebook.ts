import type { Rulebook } from '@matchwatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** The rules in force and where each comes from; read once a visit. */
export function useRulebook(): Rulebook | undefined {
  const api = useApi();
  return useQuery<Rulebook>({ queryKey: ['rulebook'], queryFn: ({ signal }) => api.getRulebook(signal), staleTime: 10 * 60_000 }).data;
}

export type RuleEntry = Rulebook['rules'][number];
export const ruleOf = (rulebook: Rulebook | undefined, code: string): RuleEntry | undefined =>
  rulebook?.rules.find((rule) => rule.code === code);
