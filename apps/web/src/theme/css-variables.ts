import { riskLevels } from '@matchwatch/domain';
import type { Tokens } from './tokens.js';

/** The tokens as custom properties, so that styles name `var(--ink)` and follow the theme without a re-render. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const { levels, ...plain } = tokens;
  const names = Object.entries(plain).map(([name, value]) => [`--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value]);
  const tones = riskLevels.flatMap((level) => Object.entries(levels[level]).map(([part, value]) => [`--${level}-${part}`, value]));
  return Object.fromEntries([...names, ...tones]) as Record<string, string>;
}
