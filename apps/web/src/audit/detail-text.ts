import type { AuditLine } from '@matchwatch/contracts';
import { roles, type SignInRefusal, signInRefusals } from '@matchwatch/domain';
import { accessText, roleLabel, signInRefusalText } from '@matchwatch/words';
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
    ...signInDetails(changed, t),
    because && because !== 'role' && role && t('audit.because', { because: accessText(because, role) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What lines about sign-ins, second factors and sessions tell. */
function signInDetails({ why, method, secondFactor, ended, roles: wanted }: Record<string, unknown>, t: Text): (string | false)[] {
  const named = Array.isArray(wanted)
    ? roles.filter((role) => wanted.includes(role)).map((role) => roleLabel(role).toLowerCase())
    : undefined;
  return [
    isRefusal(why) && signInRefusalText(why),
    method === 'sso' && t('audit.sso'),
    secondFactor !== undefined && t('audit.secondFactor'),
    typeof ended === 'number' && t('audit.ended', { smart_count: ended }),
    named !== undefined && (named.length > 0 ? t('audit.roles', { roles: named.join(', ') }) : t('audit.noRoles')),
  ];
}

const isRefusal = (why: unknown): why is SignInRefusal => signInRefusals.some((refusal) => refusal === why);
