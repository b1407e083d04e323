import { z } from 'zod';
import { type SettingMeta, settings } from './settings.js';

/** One line of the configuration reference. */
export interface ConfigReferenceEntry {
  variable: string;
  description: string;
  /** As it would be written in the environment; null when there is none. */
  default: string | null;
  secret: boolean;
}

/** Every variable with what it decides and its default, for documentation. */
export function configReference(): ConfigReferenceEntry[] {
  return Object.entries(settings.shape).map(([variable, schema]) => {
    const { description, secret = false } = schema.meta() as unknown as SettingMeta;
    const fallback = schema instanceof z.ZodDefault ? textOf(schema.def.defaultValue) : null;
    return { variable, description, default: fallback, secret };
  });
}

/** A default as it would be written in the environment; null for an empty list. */
const textOf = (value: unknown): string | null => (Array.isArray(value) ? value.join(' ') || null : String(value));

/** The configuration reference as a Markdown table. */
export const configTable = (): string =>
  [
    '| variable | default | what it decides |',
    '|---|---|---|',
    ...configReference().map(
      ({ variable, default: fallback, description }) =>
        `| \`${variable}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${description} |`,
    ),
  ].join('\n');
