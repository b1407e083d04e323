import type { ApplicantFacets } from '@matchwatch/contracts';
import { applicantTypes, imgTiers, scoreCategories, specialtyKeys, specialtyName } from '@matchwatch/domain';
import { applicantTypeLabel, categoryLabel, imgTierLabel, riskLevelLabel, ruleLabel } from '@matchwatch/words';
import type { TextKey } from '../i18n/use-text.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';

export interface FacetOption {
  value: string;
  label: string;
}

export interface FacetSpec {
  /** The name of the filter and of its counts. */
  key: keyof ApplicantFacets;
  label: TextKey;
  /** Whether several values may be chosen. */
  many: boolean;
  options: (counts: Readonly<Record<string, number>>) => FacetOption[];
  labelOf: (value: string) => string;
}

const fixed = <T extends string>(values: readonly T[], labelOf: (value: T) => string) => ({
  options: () => values.map((value) => ({ value, label: labelOf(value) })),
  labelOf: (value: string) => {
    const known = values.find((candidate) => candidate === value);
    return known === undefined ? value : labelOf(known);
  },
});

const byCount =
  (labelOf: (value: string) => string) =>
  (counts: Readonly<Record<string, number>>): FacetOption[] =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([value]) => ({ value, label: labelOf(value) }));

function specialtyLabel(value: string): string {
  const key = specialtyKeys.find((known) => known === value);
  return key === undefined ? value : specialtyName(key);
}

/** Filters that tell of risk: for whom it is open. */
export const riskFacets: ReadonlySet<keyof ApplicantFacets> = new Set<keyof ApplicantFacets>(['riskLevel', 'rule', 'category', 'imgTier']);

/** The filters of the applicants list that carry counts, in their order. */
export const facetSpecs: readonly FacetSpec[] = [
  { key: 'riskLevel', label: 'filter.riskLevel', many: true, ...fixed(levelsBySeverity, riskLevelLabel) },
  { key: 'rule', label: 'filter.rule', many: false, options: byCount(ruleLabel), labelOf: ruleLabel },
  { key: 'specialty', label: 'filter.specialty', many: true, options: byCount(specialtyLabel), labelOf: specialtyLabel },
  { key: 'category', label: 'filter.category', many: true, ...fixed(scoreCategories, categoryLabel) },
  { key: 'applicantType', label: 'filter.applicantType', many: true, ...fixed(applicantTypes, applicantTypeLabel) },
  { key: 'imgTier', label: 'filter.imgTier', many: true, ...fixed(imgTiers, imgTierLabel) },
];
