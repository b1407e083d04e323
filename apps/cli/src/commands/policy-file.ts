import { readFile } from 'node:fs/promises';
import { defaultPolicy, type Policy, policyFromChanges, readPolicyChanges } from '@matchwatch/risk-rules';
import { CommandFailed, exitCode } from '../exit-code.js';

/** The policy of a file, or the default by that name. */
export async function readPolicy(file: string): Promise<Policy> {
  if (file === 'default') return defaultPolicy;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${(error as Error).message}`, exitCode.usage);
  }
  return policyFrom(file, text);
}

/**
 * A policy version from JSON: `{ "version": "…", "values": { "<key>": { "<since>": { "value": …, "sources": ["…"] } } } }`.
 * What it does not name stays as in the default policy. Every fault is named at once.
 */
function policyFrom(file: string, text: string): Policy {
  const document = parse(file, text);
  const { version, values, ...others } = isObject(document) ? document : {};
  const faults = Object.keys(others).map((key) => `${key}: is not part of a policy file`);
  if (typeof version !== 'string' || version.trim() === '') faults.push('version: must be a name that is not empty');
  const read = readPolicyChanges(values);
  if (!read.ok) faults.push(...read.faults.map(({ path, reason }) => `${path === '' ? 'values' : `values.${path}`}: ${reason}`));
  if (!read.ok || faults.length > 0)
    throw new CommandFailed(`${file} is not a policy:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, exitCode.usage);
  return policyFromChanges(version as string, read.changes);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`${file} is not JSON: ${(error as Error).message}`, exitCode.usage);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
