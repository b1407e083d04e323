import { failureText, problemOf } from '../http/problem.js';
import type { Text } from '../i18n/use-text.js';

/** What a refused call said: its sentence, and every place that it found wanting. */
export function problemText(error: unknown, t: Text): string {
  const said = failureText(error, t);
  const issues = problemOf(error)?.issues ?? [];
  return issues.length === 0 ? said : `${said} ${issues.map(({ path, reason }) => `${path} ${reason}`).join('; ')}.`;
}
