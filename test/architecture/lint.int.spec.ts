import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const left = new Set(['.git', '.data', '.nx', 'node_modules']);
let copy: string;

/** A copy of the workspace whose packages of our own are its own, so that nothing written here is seen elsewhere. Its tests stay behind: what refuses one bad line need not read them all. */
function copyWorkspace(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'matchwatch-lint-')));
  for (const name of readdirSync(root).filter((each) => !left.has(each))) {
    const filter = (source: string) => !/(^node_modules|\.(spec|e2e|fault)\.tsx?)$/.test(path.basename(source));
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true, preserveTimestamps: true, filter });
  }
  // What is known of the specs' types is known of the copy's as well.
  const known = path.join('.nx', 'specs.tsbuildinfo');
  if (existsSync(path.join(root, known))) cpSync(path.join(root, known), path.join(folder, known), { preserveTimestamps: true });
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => each !== '@matchwatch' && !each.startsWith('.vite'))) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
  const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { workspaces: string[] };
  const projects = workspaces.flatMap((pattern) =>
    pattern.endsWith('/*') ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) => pattern.replace('*', name)) : pattern,
  );
  mkdirSync(path.join(modules, '@matchwatch'));
  for (const project of projects) {
    const { name } = JSON.parse(readFileSync(path.join(folder, project, 'package.json'), 'utf8')) as { name: string };
    symlinkSync(path.join(folder, project), path.join(modules, name));
  }
  return folder;
}

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), `${text}\n`);
  }
}

/** What checks of the copy say, by the name of the check. */
function runChecks(...names: string[]): Map<string, { failed: boolean; output: string }> {
  const { stdout } = spawnSync(process.execPath, ['infra/check.mjs', ...names], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const sections = stdout.split(/^(?=(?:ok {4}|FAILED) {2}\w)/m);
  return new Map(
    sections.map((section) => [/^\w+ +(\w+)/.exec(section)?.[1] ?? '', { failed: section.startsWith('FAILED'), output: section }]),
  );
}

beforeAll(() => {
  copy = copyWorkspace();
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What no one may write, and the rule that refuses it. */
const violations: [file: string, text: string, rule: string][] = [
  ['libs/domain/src/bad/clock.ts', 'export const bad = () => new Date();', 'no-clock-or-chance'],
  ['libs/risk/engine/src/bad/clock.ts', 'export const bad = () => Date.now();', 'no-clock-or-chance'],
  ['libs/risk/policy/src/bad/clock.ts', 'export const bad = Date();', 'no-clock-or-chance'],
  ['libs/risk/rules/src/bad/chance.ts', 'export const bad = () => Math.random();', 'no-clock-or-chance'],
  ['libs/words/src/bad/clock.ts', 'export const bad = () => globalThis.Date.now();', 'no-clock-or-chance'],
  ['libs/contracts/src/bad/clock.ts', "export const bad = () => Date['now']();", 'no-clock-or-chance'],
  ['libs/demo/src/bad/chance.ts', 'const { random } = Math;\nexport const bad = random;', 'no-clock-or-chance'],
  ['libs/domain/src/bad/sibling.ts', "import * as words from '@matchwatch/words';\nexport const bad = words;", 'enforce-module-boundaries'],
  [
    'libs/risk/engine/src/bad/upwards.ts',
    "import * as rules from '@matchwatch/risk-rules';\nexport const bad = rules;",
    'enforce-module-boundaries',
  ],
  ['apps/web/src/bad/store.ts', "import * as store from '@matchwatch/store';\nexport const bad = store;", 'enforce-module-boundaries'],
  ['apps/worker/src/bad/sql.ts', "import { DataSource } from 'typeorm';\nexport const bad = DataSource;", 'enforce-module-boundaries'],
  [
    'apps/worker/src/bad/testing.ts',
    "import * as testing from '@matchwatch/testing';\nexport const bad = testing;",
    'enforce-module-boundaries',
  ],
  ['libs/words/src/bad/package.ts', "import { z } from 'zod';\nexport const bad = z;", 'enforce-module-boundaries'],
  ['libs/domain/src/bad/a.ts', "import { b } from './b.js';\nexport const a: string = b;", 'no-cycle'],
  ['libs/domain/src/bad/b.ts', "import { a } from './a.js';\nexport const b: string = a;", 'no-cycle'],
  ['libs/embedded/src/bad/promise.ts', 'const work = async () => 1;\nexport const bad = () => {\n  work();\n};', 'no-floating-promises'],
  ['libs/embedded/src/bad/any.ts', 'export const bad: any = 1;', 'no-explicit-any'],
  ['libs/domain/src/bad/enum.ts', 'export enum Bad {\n  One,\n}', 'no-enum'],
  ['libs/domain/src/bad/prefix.ts', 'export interface IBad {\n  one: 1;\n}', 'no-interface-prefix'],
  ['libs/embedded/src/bad/disable.ts', '// oxlint-disable-next-line no-console\nexport const bad = 1;', 'reasoned-disable'],
  [
    'libs/domain/src/bad/only.spec.ts',
    "import { expect, test } from 'vitest';\ntest.only('x', () => expect(1).toBe(1));",
    'no-focused-tests',
  ],
  [
    'libs/domain/src/bad/skip.spec.ts',
    "import { expect, test } from 'vitest';\ntest.skip('x', () => expect(1).toBe(1));",
    'no-disabled-tests',
  ],
];

/** What is refused by another check than lint. */
const others: [name: string, file: string, text: string][] = [
  ['format', 'libs/domain/src/bad/format.ts', "export const bad = { one:1,\ntwo : '2' }"],
  // In a project that no other is built on.
  ['types', 'apps/cli/src/bad/type.ts', "export const bad: number = 'one';"],
  ['specs', 'libs/domain/src/bad/type.spec.ts', "const bad: number = 'one';\nvoid bad;"],
  ['pure', 'libs/domain/src/bad/node.ts', "export const bad = process.env['HOME'];"],
  ['pure', 'libs/words/src/bad/browser.ts', 'export const bad = document.title;'],
  ['pure', 'libs/contracts/src/bad/module.ts', "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;"],
];

describe('the checks refuse', () => {
  let results: ReturnType<typeof runChecks>;

  // In few goes, for each check reads the whole house; the types before anything is wrong in what everybody builds on.
  beforeAll(() => {
    const files = [...violations, ...others.map(([, file, text]) => [file, text] as const)];
    const early = others.filter(([name]) => name === 'types').map(([, file, text]) => [file, text] as const);
    write(Object.fromEntries(early));
    const types = runChecks('types');
    write(Object.fromEntries(files.map(([file, text]) => [file, text])));
    results = new Map([...types, ...runChecks('format', 'lint', 'specs', 'pure')]);
  }, 400_000);

  test.each(violations)('by lint: %s', (file, _text, rule) => {
    const { failed, output } = results.get('lint') ?? { failed: false, output: '' };
    expect(failed).toBe(true);
    const reports = output.split(/\n(?=\S+:\d+:\d+: )/).filter((report) => report.startsWith(`${file}:`));
    expect(reports.filter((report) => report.includes(`(${rule})`))).not.toEqual([]);
  });

  test.each(others)('by %s: %s', (name, file) => {
    const result = results.get(name);
    expect(result?.failed).toBe(true);
    expect(result?.output).toContain(file);
  });
});
