import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { ConfigProblem } from './config.js';
import { type SettingMeta, settings } from './settings.js';

type Values = z.output<typeof settings>;
type Name = keyof Values & string;

const names = Object.keys(settings.shape) as Name[];
const metaOf = (name: Name) => settings.shape[name].meta() as unknown as SettingMeta;

/** Checks the environment: values when nothing is wrong, else every problem. An empty variable counts as absent. */
export function readEnvironment(
  environment: NodeJS.ProcessEnv,
  needed: readonly Name[] = [],
): { values?: Values; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = environment[name] || readSecret(environment, name, problems);
    if (text) given[name] = text;
  }
  const parsed = settings.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push({ variable: String(issue.path[0]), reason: reasonOf(issue) });
  for (const name of needed)
    if (!given[name] && !problems.some(({ variable }) => variable === name || variable === `${name}_FILE`))
      problems.push({ variable: name, reason: 'is needed and not set' });
  if (parsed.success) problems.push(...missingTogether(parsed.data));
  return parsed.success && problems.length === 0 ? { values: parsed.data, problems } : { problems };
}

function readSecret(environment: NodeJS.ProcessEnv, name: Name, problems: ConfigProblem[]): string | undefined {
  const variable = `${name}_FILE`;
  const path = environment[variable];
  if (!metaOf(name).secret || !path) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    problems.push({ variable, reason: 'names a file that cannot be read' });
    return undefined;
  }
}

/** What some settings need beside them. */
function missingTogether({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REQUIRED, PUBLIC_URL }: Values): ConfigProblem[] {
  if (OIDC_ISSUER === undefined)
    return OIDC_REQUIRED ? [{ variable: 'OIDC_ISSUER', reason: 'is needed by OIDC_REQUIRED and not set' }] : [];
  return Object.entries({ OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }).flatMap(([variable, value]) =>
    value === undefined ? { variable, reason: 'is needed by OIDC_ISSUER and not set' } : [],
  );
}

// Zod's own sentences may quote what was given, and a value may be a secret: only those written in the schema, or plain ones, are shown.
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small')
    return issue.message.startsWith('must') ? issue.message : `must have at least ${issue.minimum} characters`;
  return issue.message.startsWith('must') ? issue.message : 'is not valid';
}
