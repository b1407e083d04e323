import type { ApplicantFilter } from '@matchwatch/contracts';
import { findingLevelLabel } from '@matchwatch/words';
import type { Text } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { facetSpecs } from './applicant-facets.js';

export interface FilterChip {
  key: string;
  label: string;
  /** The filter without this chip. */
  without: ApplicantFilter;
}

const leave = (filter: ApplicantFilter, ...keys: (keyof ApplicantFilter)[]): ApplicantFilter =>
  Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((left) => left === key)));

/** What narrows the list, one removable chip each. The season is the switch's, the search its field's. */
export function filterChips(filter: ApplicantFilter, t: Text): FilterChip[] {
  const facets = facetSpecs.flatMap((spec) => {
    const value = filter[spec.key];
    if (value === undefined) return [];
    const values: readonly string[] = Array.isArray(value) ? value : [value];
    return [
      {
        key: spec.key,
        label: `${t(spec.label)}: ${values.map((each) => spec.labelOf(each)).join(', ')}`,
        without: leave(filter, spec.key),
      },
    ];
  });
  const { changedSince, direction, staleSince, advisor, flagLevel, id, where, inGroup } = filter;
  const others: (FilterChip | false | undefined)[] = [
    filter.noAdvisor && { key: 'noAdvisor', label: t('filter.noAdvisor'), without: leave(filter, 'noAdvisor') },
    filter.noSpecialty && { key: 'noSpecialty', label: t('filter.noSpecialty'), without: leave(filter, 'noSpecialty') },
    advisor !== undefined && { key: 'advisor', label: t('filter.advisor', { advisor }), without: leave(filter, 'advisor') },
    flagLevel !== undefined && {
      key: 'flagLevel',
      label: t('filter.flagLevel', { level: findingLevelLabel(flagLevel).toLowerCase() }),
      without: leave(filter, 'flagLevel'),
    },
    changedSince !== undefined && {
      key: 'changedSince',
      label: t(`filter.changed.${direction ?? 'any'}`, { day: shortDay(changedSince) }),
      without: leave(filter, 'changedSince', 'direction'),
    },
    staleSince !== undefined && {
      key: 'staleSince',
      label: t('filter.stale', { day: shortDay(staleSince) }),
      without: leave(filter, 'staleSince'),
    },
    where !== undefined && {
      key: 'where',
      label: t(where.join === 'any' ? 'views.where.chipAny' : 'views.where.chipAll', { smart_count: where.of.length }),
      without: leave(filter, 'where'),
    },
    inGroup !== undefined && { key: 'inGroup', label: t('views.inGroupUnknown'), without: leave(filter, 'inGroup') },
    ...(['dueFrom', 'dueBy', 'dueBefore', 'notSeenSince'] as const).map((key) => {
      const day = filter[key];
      return day !== undefined && { key, label: t(`filter.${key}`, { day: shortDay(day) }), without: leave(filter, key) };
    }),
    id !== undefined && { key: 'id', label: t('filter.picked', { smart_count: id.length }), without: leave(filter, 'id') },
  ];
  return [...facets, ...others.filter((chip) => chip !== false && chip !== undefined)];
}
