import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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

  describe('given what is no record', () => {
    const good = JSON.stringify(records[0]);
    const deep = (open: string, close: string) => `${open.repeat(200_000)}1${close.repeat(200_000)}`;
    const refusals = (input: string) => {
      const { status, stdout, stderr } = matchwatch(['assess', '--as-of', castAsOf, '--format', 'ndjson', '-'], input);
      expect(status, stderr).toBe(1);
      const lines = stdout.trimEnd().split('\n');
      // Whatever stands between them, the first and the last are answered.
      for (const line of [lines[0], lines.at(-1)]) expect(`${line}\n`).toBe(ndjson(answers.slice(0, 1)));
      return {
        size: stdout.length,
        refused: lines.slice(1, -1).map((line) => JSON.parse(line) as { errors: { path: string; reason: string }[] }),
      };
    };

    it.each<[string, string, { path: string; reason: string }]>([
      [
        'a million items',
        JSON.stringify({ ...records[0], exams: Array.from({ length: 900_000 }, () => 1) }),
        { path: 'exams', reason: '500' },
      ],
      [
        'a hundred thousand fields',
        `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join()}}`,
        { path: 'k0', reason: 'not a field' },
      ],
      ['lists in lists', `{"specialtyPlan":{"primary":${deep('[', ']')}}}`, { path: 'specialtyPlan.primary', reason: 'not a specialty' }],
      ['objects in objects', `{"visa":${deep('{"a":', '}')}}`, { path: 'visa.a', reason: 'not a field' }],
      ['nothing but brackets', '['.repeat(1_000_000), { path: '', reason: 'not JSON' }],
      ['a prototype', `{"__proto__":${good}}`, { path: '__proto__', reason: 'not a field' }],
      ['a lone surrogate', '{"name":{"given":"\\ud800","family":"B"}}', { path: 'name.given', reason: 'control characters' }],
      ['NUL', '{"externalId":"a\\u0000b"}', { path: 'externalId', reason: 'control characters' }],
      ['a number without end', '{"season":1e999}', { path: 'season', reason: 'number' }],
      [
        'a text of a million characters',
        `{"specialtyPlan":{"primary":"${'x'.repeat(1_000_000)}"}}`,
        { path: 'specialtyPlan.primary', reason: '…' },
      ],
      ['a name of a million characters', `{"${'x'.repeat(1_000_000)}":1}`, { path: '…', reason: 'not a field' }],
      ['bytes', Buffer.from(Array.from({ length: 256 }, (_, i) => (i === 10 ? 0 : i))).toString(), { path: '', reason: 'not JSON' }],
    ])('refuses %s with path and reason, in few words', (_, line, { path: at, reason }) => {
      const { refused, size } = refusals(`${good}\n${line}\n${good}\n`);
      expect(refused).toHaveLength(1);
      const found = refused[0]?.errors.find((error) => error.path.endsWith(at) && error.reason.includes(reason));
      expect(found, JSON.stringify(refused).slice(0, 500)).toBeDefined();
      expect(size).toBeLessThan(30_000);
    });

    it.each([
      ['NDJSON', '', '\n', { status: 1, stdout: expect.stringContaining('"is longer than 2000000 characters"') }],
      ['an array', '[', ']\n', { status: 2, stderr: expect.stringContaining('larger than a JSON array may be') }],
    ])('reads past a line of 300 MB in little memory: %s', async (_, before, after, expected) => {
      const child = spawn(process.execPath, [bin, 'assess', '--as-of', castAsOf, '--format', 'ndjson', '-'], {
        env: { PATH: process.env.PATH, NODE_OPTIONS: before === '' ? '--max-old-space-size=128' : '' },
      });
      const out = { status: 0, stdout: '', stderr: '' };
      child.stdout.on('data', (text) => (out.stdout += String(text)));
      child.stderr.on('data', (text) => (out.stderr += String(text)));
      // A reader that has seen enough closes its end.
      child.stdin.on('error', () => {});
      const ended = once(child, 'close');
      const megabyte = 'x'.repeat(1_000_000);
      child.stdin.write(`${before}{"externalId":"`);
      for (let i = 0; i < 300 && child.exitCode === null; i++) {
        if (!child.stdin.write(megabyte)) await Promise.race([once(child.stdin, 'drain'), ended]);
      }
      child.stdin.end(`"}${after}${before === '' ? `${good}\n` : ''}`);
      const [status] = (await ended) as [number];
      expect({ ...out, status }).toMatchObject(expected);
      if (before === '') expect(out.stdout.endsWith(ndjson(answers.slice(0, 1)))).toBe(true);
    });
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
    [['assess', '--as-of', '1990-01-01', '-']],
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
