import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cast, castAsOf } from '@matchwatch/demo';
import { assess, defaultPolicy } from '@matchwatch/risk-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/matchwatch.mjs', import.meta.url));
const matchwatch = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
};
const records = cast.map(({ record }) => record);
const answers = records.map((record) => assess(record, defaultPolicy, castAsOf));
const ndjson = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('matchwatch assess', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-assess-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    const at = path.join(folder, name);
    writeFileSync(at, text);
    return at;
  };

  it('answers a JSON array and NDJSON alike, in order, as the library does', () => {
    const array = matchwatch(['assess', '--as-of', castAsOf, file('records.json', JSON.stringify(records, null, 2))]);
    expect(array.status, array.stderr).toBe(0);
    expect(JSON.parse(array.stdout)).toEqual(JSON.parse(JSON.stringify(answers)));
    const lines = matchwatch(['assess', '--as-of', castAsOf, '--format', 'ndjson', '-'], ndjson(records));
    expect(lines.status, lines.stderr).toBe(0);
    expect(lines.stdout).toBe(ndjson(answers));
  });

  it('answers one record that goes over several lines, and nothing for nothing', () => {
    const one = matchwatch(['assess', '--as-of', castAsOf, '-'], JSON.stringify(records[0], null, 2));
    expect(JSON.parse(one.stdout)).toHaveLength(1);
    expect(matchwatch(['assess', '-'], '')).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  it('reports each bad record at its place and still answers the others', () => {
    const { externalId, ...nameless } = records[1] ?? {};
    const input = `${JSON.stringify(records[0])}\n{"broken\n${JSON.stringify(nameless)}\n${JSON.stringify({ ...records[2], extra: 1 })}\n${JSON.stringify(records[3])}\n`;
    const { status, stdout, stderr } = matchwatch(['assess', '--as-of', castAsOf, '--format', 'ndjson', '-'], input);
    expect(status).toBe(1);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { externalId: records[0]?.externalId, riskLevel: answers[0]?.riskLevel },
      { line: 2, errors: [{ path: '', reason: expect.stringContaining('not JSON') }] },
      { line: 3, errors: [{ path: 'externalId', reason: 'is missing' }] },
      { externalId: records[2]?.externalId, line: 4, errors: [{ path: 'extra', reason: 'is not a field of the record' }] },
      { externalId: records[3]?.externalId, riskLevel: answers[3]?.riskLevel },
    ]);
    expect(stderr).toContain('3 records were refused');
    expect(externalId).toBe(records[1]?.externalId);
  });

  it('uses a policy version that changes one number, and names it', () => {
    const [key, standard] = Object.entries(defaultPolicy.values).find(([name]) => name === 'risk.stacking.act-areas') ?? [];
    const [since] = Object.keys(standard?.values ?? {});
    const policy = file(
      'policy.json',
      JSON.stringify({ version: 'ours-1', values: { [String(key)]: { [String(since)]: { value: 1, sources: ['school'] } } } }),
    );
    const { status, stdout, stderr } = matchwatch(['assess', '--as-of', castAsOf, '--policy', policy, '-'], ndjson(records));
    expect(status, stderr).toBe(0);
    const changed = JSON.parse(stdout) as { policy: string; riskLevel: string }[];
    expect(new Set(changed.map((answer) => answer.policy))).toEqual(new Set(['ours-1']));
    const high = (list: readonly { riskLevel: string }[]) => list.filter(({ riskLevel }) => riskLevel === 'high-risk').length;
    expect(high(changed)).toBeGreaterThan(high(answers));
  });

  it.each([
    ['an unknown key', { version: 'x', values: { nonsense: {} } }, 'values.nonsense: is not a key of the policy'],
    [
      'a value of another shape',
      { version: 'x', values: { 'risk.stacking.act-areas': { '2020-01-01': { value: 'three', sources: ['s'] } } } },
      'must be a number',
    ],
    [
      'a value without a source',
      { version: 'x', values: { 'risk.stacking.act-areas': { '2020-01-01': { value: 3 } } } },
      'must name at least one source',
    ],
    ['no version', { values: {} }, 'version: must be a name'],
  ])('refuses a policy with %s', (_, policy, reason) => {
    const { status, stderr } = matchwatch(['assess', '--policy', file('bad-policy.json', JSON.stringify(policy)), '-'], '');
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });

  it.each([
    [['assess']],
    [['assess', '--as-of', 'tomorrow', '-']],
    [['assess', '--format', 'xml', '-']],
    [['assess', '/no/such/file.json']],
    [['nonsense']],
  ])('ends with 2 when called wrongly: %j', (args) => {
    const { status, stderr, stdout } = matchwatch(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\w/);
    expect(stdout).toBe('');
  });

  it('says how it is used, for itself and every subcommand', () => {
    expect(matchwatch(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('assess') });
    for (const command of ['up', 'import', 'run', 'assess', 'policy', 'doctor', 'bench', 'demo']) {
      expect(matchwatch([command, '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining(`Usage: matchwatch ${command}`) });
    }
  });
});
