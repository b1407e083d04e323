import type { z } from 'zod';
import { readEnvironment } from './environment.js';
import type { settings } from './settings.js';

type Values = z.output<typeof settings>;
type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<Name>;

/** The configuration of a process that starts others: the database may still have to be made. */
export type LauncherConfig = { readonly [Name in keyof Values as Camel<Name>]: Values[Name] };

/** The configuration of a process that needs its database. */
export type Config = LauncherConfig & { readonly databaseUrl: string };

/** One thing wrong with the environment: the variable and why; never its value. */
export interface ConfigProblem {
  variable: string;
  reason: string;
}

/** Every problem of the environment at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(['The configuration cannot be used:', ...problems.map(({ variable, reason }) => `  ${variable} ${reason}`)].join('\n'));
  }
}

const camel = (name: string): string => name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function read(environment: NodeJS.ProcessEnv, needed: readonly (keyof Values)[]): LauncherConfig {
  const { values, problems } = readEnvironment(environment, needed);
  if (!values) throw new ConfigError(problems);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [camel(name), value])) as LauncherConfig;
}

/** The environment as configuration without a database URL being needed; throws a `ConfigError` that lists every problem. */
export const readLauncherConfig = (environment: NodeJS.ProcessEnv): LauncherConfig => read(environment, []);

/** The environment as configuration; throws a `ConfigError` that lists every problem. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => read(environment, ['DATABASE_URL']) as Config;
