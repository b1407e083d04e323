import type { AuditLine } from '@matchwatch/contracts';
import { accessText } from '@matchwatch/words';
import type { Text } from '../i18n/use-text.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What else a line tells, in one text: what it was about, the reason that was given, what changed, and why it was allowed. */
export function detailText({ subject, reason, after, because, role }: AuditLine, t: Text): string {
  const changed = isObject(after) ? after : {};
  const filter = isObject(changed.filter) ? changed.filter : {};
  return [
    subject,
    reason && `“${reason}”`,
    typeof filter.q === 'string' && t('audit.searched', { q: filter.q }),
    typeof changed.found === 'number' && t('audit.found', { smart_count: changed.found }),
    Array.isArray(changed.paths) && t('audit.changed', { paths: changed.paths.slice(0, 6).join(', ') }),
    because && because !== 'role' && role && t('audit.because', { because: accessText(because, role) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
