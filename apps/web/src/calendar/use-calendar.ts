import type { Calendar, CalendarPerson } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** Some days of the calendar; what was shown stays until the new days are here. */
export function useCalendar(from: Day | undefined, to: Day | undefined, season: number | undefined) {
  const api = useApi();
  return useQuery<Calendar>({
    queryKey: ['calendar', from, to, season ?? 'current'],
    queryFn: ({ signal }) => api.getCalendar({ from, to, season }, signal),
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Who has something on a day. */
export function useCalendarPeople(on: Day, season: number | undefined) {
  const api = useApi();
  return useQuery<CalendarPerson[]>({
    queryKey: ['calendar', 'people', on, season ?? 'current'],
    queryFn: ({ signal }) => api.getCalendarPeople(on, season, signal),
  });
}
