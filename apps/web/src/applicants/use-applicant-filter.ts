import { type ApplicantFilter, applicantFilterSchema } from '@matchwatch/contracts';
import { useMemo } from 'react';
import { useListContext } from 'react-admin';

/** The filter in the address of the page; what the contract does not know is left out, so that an old link still opens. */
export function readFilter(values: unknown): ApplicantFilter {
  const whole = applicantFilterSchema.safeParse(values);
  if (whole.success) return whole.data;
  const given = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  const known = given.filter(([key, value]) => applicantFilterSchema.safeParse({ [key]: value }).success);
  return applicantFilterSchema.parse(Object.fromEntries(known));
}

/** True when more than the season narrows the list. */
export const isNarrowed = (filter: ApplicantFilter): boolean =>
  Object.entries(filter).some(([key, value]) => key !== 'season' && value !== undefined);

/** Leaves out what says nothing: an absent value, an empty list, an empty text. */
export function tidyFilter(filter: { [K in keyof ApplicantFilter]: ApplicantFilter[K] | undefined }): ApplicantFilter {
  const kept = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as ApplicantFilter;
}

/** The filter of the list around, with ways to change it. */
export function useApplicantFilter() {
  const { filterValues, setFilters } = useListContext();
  const filter = useMemo(() => readFilter(filterValues), [filterValues]);
  const replace = (next: ApplicantFilter) => setFilters(tidyFilter(next), {}, false);
  const change = (part: { [K in keyof ApplicantFilter]?: ApplicantFilter[K] | undefined }) => replace(tidyFilter({ ...filter, ...part }));
  return { filter, replace, change };
}
