import type { PolicyInForce } from '@matchwatch/contracts';
import { findPolicyValue } from '@matchwatch/risk-rules';
import { policyGroupOf, policyGroups, policyKeyLabel, ruleLabel } from '@matchwatch/words';

export type ShownKey = PolicyInForce['keys'][number];

export const policyShows = ['all', 'changed', 'confirm'] as const;
export type PolicyShow = (typeof policyShows)[number];

export interface PolicyFilter {
  q: string;
  show: PolicyShow;
  /** Null for every area. */
  group: string | null;
}

/** The value of a key that is in force, if one has begun. */
export const entryInForce = ({ values, inForce }: ShownKey) => values.find(({ since }) => since === inForce);

export const isToConfirm = (key: ShownKey): boolean => entryInForce(key)?.confirm === true;

/** What a key is called. */
export function keyLabel(key: string): string {
  const topic = findPolicyValue(key);
  return topic ? policyKeyLabel(key, topic) : key;
}

const fits = (key: ShownKey, show: PolicyShow): boolean => show === 'all' || (show === 'changed' ? key.changed !== null : isToConfirm(key));

function says(key: ShownKey, words: readonly string[]): boolean {
  const sources = key.values.flatMap(({ sources: cited }) => cited.flatMap(({ label, title }) => [label, title]));
  const text = [key.key, keyLabel(key.key), key.unit, ...key.rules, ...key.rules.map(ruleLabel), ...sources].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The keys that fit by group, groups in display order and without those that hold none; every word of the search must occur. */
export function groupKeys(keys: readonly ShownKey[], { q, show, group }: PolicyFilter): { group: string; keys: ShownKey[] }[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = keys.filter((key) => fits(key, show) && says(key, words));
  const known = new Set([...policyGroups, ...fitting.map(({ key }) => policyGroupOf(key))]);
  return [...known].flatMap((name) => {
    const inGroup = group === null || group === name ? fitting.filter(({ key }) => policyGroupOf(key) === name) : [];
    return inGroup.length === 0 ? [] : [{ group: name, keys: inGroup }];
  });
}
