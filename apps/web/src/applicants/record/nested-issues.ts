import type { InputIssue } from '@matchwatch/contracts';
import type { Text } from '../../i18n/use-text.js';
import { reasonText } from '../../surface/form/reason-text.js';
import { pathLabel } from './field-label.js';
import type { SectionSpec } from './section-specs.js';

export interface NestedIssues {
  [key: string]: string | NestedIssues;
}

/** Issues as a form shows them: nested by field, and in words those that stand outside the section. */
export function nestedIssues(issues: readonly InputIssue[], spec: SectionSpec, t: Text): { fields: NestedIssues; elsewhere: string[] } {
  const fields: NestedIssues = {};
  const elsewhere: string[] = [];
  for (const { path, reason } of issues) {
    const keys = path.split('.');
    if (spec.owns.some((key) => key === keys[0]) && keys.length > 0) place(fields, keys, reasonText(reason, t));
    else elsewhere.push(path === '' ? reason : `${pathLabel(path, t)}: ${reason}.`);
  }
  return { fields, elsewhere };
}

function place(into: NestedIssues, [key, ...rest]: readonly string[], reason: string): void {
  if (key === undefined) return;
  const inner = into[key];
  if (rest.length === 0) into[key] = typeof inner === 'object' ? inner : reason;
  else {
    const next = typeof inner === 'object' ? inner : {};
    into[key] = next;
    place(next, rest, reason);
  }
}
