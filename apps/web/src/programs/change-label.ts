import { type ProgramFactName, programFacts, programIdentity } from '@matchwatch/domain';
import { programFactLabel } from '@matchwatch/words';
import type { Text } from '../i18n/use-text.js';

/** What changed in a program, by its path: `facts.sponsorsJ1`, `name`. */
export function changeLabel(path: string, t: Text): string {
  const name = path.replace(/^facts\./, '');
  if (Object.hasOwn(programFacts, name)) return programFactLabel(name as ProgramFactName);
  const identity = [...programIdentity, 'code' as const].find((each) => each === name);
  return identity ? t(`program.identity.${identity}`) : name;
}
