import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configTable } from '@matchwatch/config';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

describe('the README', () => {
  it('describes the configuration as the schema has it (node infra/write-configuration.mjs writes it)', () => {
    expect(readme).toContain(configTable());
  });

  it('names only files that are there', () => {
    const named = [...readme.matchAll(/\]\(([^)#:]+)\)|`((?:apps|libs|infra|test|docs)\/[^`<*]*?)`/g)].map(
      ([, link, path]) => link ?? path ?? '',
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !existsSync(root + path))).toEqual([]);
  });
});
