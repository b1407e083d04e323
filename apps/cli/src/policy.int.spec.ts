import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/matchwatch.mjs', import.meta.url));
const policy = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'policy', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
};
const on = ['--on', '2026-10-12'];

describe('matchwatch policy', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-policy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (values: Readonly<Record<string, unknown>>, name = 'draft.json') => {
    const dated = Object.entries(values).map(([key, value]) => [key, { '2010-01-01': { value, sources: ['school#Committee'] } }]);
    const at = path.join(folder, name);
    writeFileSync(at, JSON.stringify({ version: 'ours-1', values: Object.fromEntries(dated) }));
    return at;
  };

  describe('show', () => {
    it('says every value in force, in groups', () => {
      const { status, stdout, stderr } = policy('show', ...on);
      expect(status, stderr).toBe(0);
      for (const key of Object.keys(defaultPolicy.values)) expect(stdout).toContain(key);
      expect(stdout).toContain('specialty.range.competitive: 240–250 points');
      expect(stdout).toContain('Letters\n');
      expect(stdout).not.toMatch(/undefined|\[object|NaN/);
    });

    it('says of one key, or of keys that begin alike, where it comes from and what uses it', () => {
      const { status, stdout } = policy('show', 'exam.pass-mark', ...on);
      expect(status).toBe(0);
      expect(stdout).toContain('→ from 2025-07-01: 218 points; usmle-pass-marks#step2ck');
      expect(stdout).toMatch(/used by: .*exam\.step2-failed/);
      expect(stdout).not.toContain('letters.total');
    });

    it('says it as JSON, with what a school changed', () => {
      const { stdout, stderr } = policy('show', 'letters.total', '--policy', file({ 'letters.total': 4 }), '--format', 'json', ...on);
      expect(JSON.parse(stdout), stderr).toMatchObject({
        version: 'ours-1',
        on: '2026-10-12',
        keys: [
          {
            key: 'letters.total',
            changed: true,
            inForce: { since: '2010-01-01', value: 4 },
            rules: expect.arrayContaining(['letters.too-few']),
          },
        ],
      });
    });

    it('knows no other key', () =>
      expect(policy('show', 'letters.tot')).toMatchObject({ status: 2, stderr: expect.stringContaining('letters.tot') }));
  });

  describe('lint', () => {
    it('finds nothing to mend in the default', () => {
      const { status, stdout } = policy('lint', 'default', ...on);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Policy articles-2026\.1: \d+ good to know\.\n$/);
      expect(policy('lint', 'default', '--all', ...on).stdout).toContain('for the school to confirm');
    });

    it('ends with 1 when something has to be mended, and says what', () => {
      const { status, stdout } = policy('lint', file({ 'category.A.gap-up-to': 25 }), ...on);
      expect(status).toBe(1);
      expect(stdout).toContain(
        '“Largest gap of category A” (25 points) must not be above “Largest gap of category B; beyond it is C” (20 points).',
      );
    });

    it('ends with 0 when something is only worth a look: a rule that can no longer be raised', () => {
      const { status, stdout } = policy('lint', file({ 'interview.few.minimum': 0 }), ...on);
      expect(status).toBe(0);
      expect(stdout).toMatch(/interview\.few\.minimum: .* can no longer be raised/);
      expect(stdout).toMatch(/raised for \d+ of [\d,]+ trial records under the policy in force and for none under this one/);
    });

    it('says of a value that begins only today that nothing is in force before', () => {
      const at = path.join(folder, 'today.json');
      writeFileSync(at, JSON.stringify({ version: 'v', values: { 'letters.total': { '2026-10-12': { value: 4, sources: [] } } } }));
      const { status, stdout } = policy('lint', at, '--format', 'json', ...on);
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        season: 2027,
        notices: expect.arrayContaining([
          expect.objectContaining({ code: 'value.not-in-force', severity: 'error', keys: ['letters.total'] }),
          expect.objectContaining({ code: 'value.no-source', severity: 'error' }),
        ]),
      });
    });

    it('looks at the season it is asked for', () =>
      expect(policy('lint', 'default', '--season', '2028', ...on).stdout).toContain('The calendar of the 2028 Match is not known'));
  });

  describe('diff', () => {
    it('says both values and the rules that it reaches', () => {
      const { status, stdout } = policy('diff', 'default', file({ 'letters.total': 4 }), ...on);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^letters\.total: 3 letters → 4 letters\n.*letters\.too-few/);
      expect(stdout).toContain('Policies articles-2026.1 and ours-1 differ in 1 value.');
    });

    it('of two drafts, and of the same, as JSON', () => {
      const [a, b] = [file({ 'letters.total': 4 }, 'a.json'), file({ 'letters.us': 3 }, 'b.json')];
      const { differences } = JSON.parse(policy('diff', a, b, '--format', 'json', ...on).stdout) as { differences: { key: string }[] };
      expect(differences.map(({ key }) => key)).toEqual(['letters.total', 'letters.us']);
      expect(policy('diff', a, a)).toMatchObject({ status: 0, stdout: 'Policies ours-1 and ours-1 say the same.\n' });
    });
  });

  it.each([
    [[]],
    [['lint']],
    [['lint', '/no/such/file.json']],
    [['lint', 'default', '--season', '27']],
    [['diff', 'default']],
    [['show', '--format', 'xml']],
    [['show', '--on', 'tomorrow']],
    [['nonsense']],
  ])('ends with 2 when called wrongly: %j', (args) => {
    const { status, stdout, stderr } = policy(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\w/);
    expect(stdout).toBe('');
  });

  it('ends with 2 for a file that is no policy, and names every fault', () => {
    const { status, stderr } = policy('lint', file({ 'letters.total': -1, 'specialty.tier.urology': 'easy', nonsense: 1 }));
    expect(status).toBe(2);
    expect(stderr).toContain('values.letters.total.2010-01-01.value: must be from 0 to 20');
    expect(stderr).toContain('values.specialty.tier.urology.2010-01-01.value: must be one of the known specialty tiers');
    expect(stderr).toContain('values.nonsense: is not a key of the policy');
  });

  it.each([[[]], [['show']], [['lint']], [['diff']]])('says how it is used: %j', (args) =>
    expect(policy(...args, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`Usage: matchwatch policy${args.map((one) => ` ${one}`).join('')}`),
    }),
  );
});
