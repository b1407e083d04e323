import { isDay } from '@matchwatch/domain';
import { defaultPolicy, type Policy, type PolicyValues, revisePolicy } from '@matchwatch/risk-rules';
import { CommandFailed, exitCode } from '../exit-code.js';

/**
 * A policy version from JSON: `{ "version": "…", "values": { "<key>": { "<since>": { "value": …, "sources": ["…"] } } } }`.
 * Keys and the shape of values must be those of the default policy; about and unit stay the default's. Every fault is named at once.
 */
export function policyFrom(file: string, text: string): Policy {
  const document = parse(file, text);
  const faults: string[] = [];
  const { version, values, ...others } = isObject(document) ? document : {};
  for (const key of Object.keys(others)) faults.push(`${key}: is not part of a policy file`);
  if (typeof version !== 'string' || version.trim() === '') faults.push('version: must be a name that is not empty');
  if (!isObject(values)) faults.push('values: must be an object of policy keys');
  const changed: Record<string, unknown> = {};
  for (const [key, dates] of Object.entries(isObject(values) ? values : {})) {
    const standard = (defaultPolicy.values as Record<string, PolicyValues[keyof PolicyValues]>)[key];
    if (!Object.hasOwn(defaultPolicy.values, key) || !standard) faults.push(`values.${key}: is not a key of the policy`);
    else {
      const example = Object.values(standard.values)[0]?.value;
      faults.push(...dateFaults(`values.${key}`, dates, example));
      changed[key] = { ...standard, values: dates };
    }
  }
  if (faults.length > 0)
    throw new CommandFailed(`${file} is not a policy:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, exitCode.usage);
  return revisePolicy(defaultPolicy, version as string, changed as Partial<PolicyValues>);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`${file} is not JSON: ${(error as Error).message}`, exitCode.usage);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function dateFaults(path: string, dates: unknown, example: unknown): string[] {
  if (!isObject(dates) || Object.keys(dates).length === 0) return [`${path}: must name the day each value holds from`];
  return Object.entries(dates).flatMap(([since, entry]) => {
    const place = `${path}.${since}`;
    if (!isDay(since)) return [`${place}: is not a calendar day`];
    if (!isObject(entry) || !('value' in entry)) return [`${place}: must hold a value`];
    const sources = entry.sources;
    const cited = Array.isArray(sources) && sources.length > 0 && sources.every((one) => typeof one === 'string');
    return [...(cited ? [] : [`${place}.sources: must name at least one source`]), ...shapeFaults(`${place}.value`, entry.value, example)];
  });
}

/** Where a value is not of the shape that the default's has. */
function shapeFaults(path: string, value: unknown, example: unknown): string[] {
  if (Array.isArray(example)) {
    if (!Array.isArray(value)) return [`${path}: must be a list`];
    return value.flatMap((one, index) => shapeFaults(`${path}.${index}`, one, example[0] ?? one));
  }
  if (isObject(example)) {
    if (!isObject(value)) return [`${path}: must be an object`];
    return [
      ...Object.keys(value)
        .filter((key) => !Object.hasOwn(example, key))
        .map((key) => `${path}.${key}: is not part of this value`),
      ...Object.keys(example).flatMap((key) =>
        Object.hasOwn(value, key) ? shapeFaults(`${path}.${key}`, value[key], example[key]) : [`${path}.${key}: is missing`],
      ),
    ];
  }
  if (example === null || value === null) return [];
  return typeof value === typeof example ? [] : [`${path}: must be a ${typeof example}`];
}
