import type { ApplicantCasework } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../http/use-api.js';

/** The cache's name of what the school does for one applicant. */
export const caseworkKey = (applicantId: number) => ['casework', applicantId] as const;

/** Meetings, plans, tasks and the rest of one applicant; asked for only where the reader may know of it. */
export function useCasework(applicantId: number | undefined, enabled = true) {
  const api = useApi();
  return useQuery<ApplicantCasework>({
    queryKey: caseworkKey(applicantId ?? 0),
    queryFn: ({ signal }) => api.getCasework(applicantId ?? 0, signal),
    enabled: enabled && applicantId !== undefined,
  });
}

/** Reads again what shows casework, after some of it was written. */
export function useCaseworkChanged(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const key of ['casework', 'applicants', 'meetings', 'tasks', 'home']) void client.invalidateQueries({ queryKey: [key] });
  }, [client]);
}
