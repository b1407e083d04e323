import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cast, castAsOf } from '@matchwatch/demo';
import { type Answer, addDays, areas, type Day } from '@matchwatch/domain';
import { type Dated, findEntry } from '@matchwatch/risk-engine';
import { defaultPolicy, findCitation, findSeason, resolvePolicy } from '@matchwatch/risk-policy';
import { createAssessor, findPolicyValue, lintPolicy, lintRules, rulebook, rules, rulesDigestInput } from '@matchwatch/risk-rules';
import {
  chip,
  clearsWhen,
  hasWords,
  missingLabel,
  policyGroupOf,
  policyGroups,
  policyKeyLabel,
  policyNoticeText,
  policyValueText,
  sentence,
  strengthText,
} from '@matchwatch/words';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../libs/risk/rules/src/', import.meta.url));
const ruleFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rule.ts'));
const fileOf = (code: string): string => `${code.replace('.', '/')}.rule.ts`;
const codes = rules.map(({ code }) => code);
const policyEntries = Object.entries(defaultPolicy.values as Readonly<Record<string, Dated<unknown>>>);

/** Every day from the opening of season 2026 to the end of season 2028. */
const days = Array.from({ length: 3 * 365 + 1 }, (_, i) => addDays('2025-06-01', i));

describe('the rulebook', () => {
  it('gives every rule a code of its own', () => expect(new Set(codes).size).toBe(codes.length));

  it('lists rules in the order of the areas', () => {
    const order = rules.map(({ area }) => areas.indexOf(area));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it.each(rules)('$code rests on sources of the register', ({ basis }) => {
    for (const ref of basis) expect(findCitation(ref), ref).toBeDefined();
  });

  it.each(rulebook)('$code is in the catalogue with all its sources', ({ code, basis }) =>
    expect(basis.map(({ ref }) => ref)).toEqual(rules.find((rule) => rule.code === code)?.basis),
  );

  it.each(rules)('$code reads only keys of the policy', ({ policyKeys }) => {
    for (const key of policyKeys) expect(defaultPolicy.values).toHaveProperty([key]);
  });

  it('names every rule and its revision, and that of the advice, in what answers are stamped with', () => {
    expect(rulesDigestInput.split('\n')).toEqual([
      ...rules.map(({ code, revision }) => `${code}@${revision}`),
      expect.stringMatching(/^advice@\d+$/),
      expect.stringMatching(/^policy@articles-2026\.1 \[\["specialty\.tier\.dermatology",\[\["2010-01-01","ultra-competitive"\]\]\],/),
    ]);
  });

  it.each(codes)('%s has a file and a spec under its own name', (code) => {
    expect(ruleFiles).toContain(fileOf(code));
    expect(existsSync(`${source}${fileOf(code).replace(/ts$/, 'spec.ts')}`)).toBe(true);
  });

  it('leaves no rule file out of the list', () => expect(ruleFiles.toSorted()).toEqual(codes.map(fileOf).toSorted()));

  it.each(ruleFiles)('%s holds no number of its own but 0 and 1', (file) => {
    const code = readFileSync(`${source}${file}`, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '')
      .replace(/^ {2}revision: \d+,$/m, '');
    const literals = code.match(/(?<![\w$.])\d[\d_]*(?:\.\d+)?(?![\w$])/g) ?? [];
    expect(literals.filter((literal) => literal !== '0' && literal !== '1')).toEqual([]);
  });
});

describe('the policy', () => {
  it('has every value in force on every day of the seasons 2026 to 2028', () => {
    for (const [key, value] of policyEntries) {
      const first = days.find((day) => findEntry(value, day) === undefined);
      expect(first, `${key} is not in force on ${first}`).toBeUndefined();
    }
    for (const day of [days[0], days.at(-1)] as Day[]) expect(Object.keys(resolvePolicy(defaultPolicy, day)).length).toBeGreaterThan(100);
  });

  it.each(policyEntries)('%s says what it is about, its unit, and a source for every change', (_, { about, unit, values }) => {
    expect(about).toMatch(/\S/);
    expect(unit).toMatch(/\S/);
    for (const entry of Object.values(values)) {
      expect(entry.sources.length).toBeGreaterThan(0);
      for (const ref of entry.sources) expect(findCitation(ref), ref).toBeDefined();
      // What nobody but this product chose is always for the school to confirm.
      if (entry.sources.includes('default')) expect(entry.confirm).toBe(true);
    }
  });

  it.each(policyEntries)('%s has a name, a group and a value in plain words', (key) => {
    const value = findPolicyValue(key) ?? expect.fail('no kind');
    expect(policyKeyLabel(key, value)).toMatch(/^\S.*\S$/);
    expect(policyGroups).toContain(policyGroupOf(key));
    for (const entry of Object.values(value.values)) {
      const text = policyValueText(value, entry.value);
      expect(text).toMatch(/^[A-Z0-9$–-]|^[a-z].* (?:and|year|rotation|clerkship)/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]|-competitive-|_/);
    }
  });

  it.each([days[0], '2026-10-12', '2027-03-01', '2027-05-31'] as Day[])('has nothing to be mended on %s', (day) => {
    const notices = [...lintPolicy(defaultPolicy, day), ...lintRules(defaultPolicy, day)];
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const notice of notices) expect(policyNoticeText(notice, findPolicyValue)).toMatch(/^\S.*\.$/);
  });

  it('knows the calendars of 2026 and 2027, each in the order of its days', () => {
    for (const season of [2026, 2027]) {
      const calendar = findSeason(defaultPolicy, season, '2026-09-10');
      const { opens, submit, review, rol, monday, matchDay, ends } = calendar ?? expect.fail(`no calendar of ${season}`);
      const order = [opens, submit, review, rol, monday, matchDay, ends];
      expect(order).toEqual(order.toSorted((a, b) => (a < b ? -1 : 1)));
    }
  });

  it('is read: every line and level under the code of a rule belongs to that rule', () => {
    const read = new Map(rules.map(({ code, policyKeys }) => [code as string, new Set<string>(policyKeys)]));
    const unread = policyEntries
      .map(([key]) => key)
      .filter((key) => {
        const code = codes.find((each) => key.startsWith(`${each}.`));
        return code !== undefined && !read.get(code)?.has(key);
      });
    expect(unread).toEqual([]);
  });
});

describe('the cast', () => {
  const assess = createAssessor(defaultPolicy, castAsOf);
  // Records travel without the day they last changed; the cast was last touched in September.
  const answers: readonly Answer[] = cast.map(({ record, casework }) => assess(record, { changedOn: addDays(castAsOf, -170), casework }));
  const findings = answers.flatMap((answer) => [...answer.findings, ...answer.careGaps]);

  it.each(codes)('%s is raised by somebody of the cast', (code) => expect(findings.map((finding) => finding.code)).toContain(code));

  it.each(cast)('$record.externalId: $shows', ({ record, casework, raises }) => {
    const answer = assess(record, { changedOn: raises.includes('data.stale') ? addDays(castAsOf, -170) : castAsOf, casework });
    const raised = new Set([...answer.findings, ...answer.careGaps].map(({ code }) => code));
    const implemented = raises.filter((code) => codes.some((each) => each === code));
    expect(implemented.filter((code) => !raised.has(code))).toEqual([]);
    if (raises.length === 0) expect([...raised]).toEqual([]);
  });

  it.each(codes)('%s has words', (code) => expect(hasWords(code)).toBe(true));

  it('is spoken of in whole, short and neutral words', () => {
    const spoken = [
      ...findings.flatMap((finding) => [sentence(finding), chip(finding), clearsWhen(finding) ?? '']),
      ...answers.flatMap(({ strengths }) => strengths.map(strengthText)),
      ...answers.flatMap(({ unknown }) => unknown.flatMap(({ missing }) => missing.map(missingLabel))),
    ];
    for (const text of spoken) expect(text).not.toMatch(/undefined|null|NaN|\[object|failing|failure|failed|poor|bad |worst|bottom of/i);
    for (const finding of findings) {
      expect(chip(finding).length, chip(finding)).toBeLessThanOrEqual(40);
      expect(sentence(finding)).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it('has words for every fact that an answer can miss', () => {
    const paths = new Set(
      answers.flatMap(({ unknown, setBy, riskLevel }) => [
        ...unknown.flatMap(({ missing }) => missing),
        ...(riskLevel === 'not-assessable' ? setBy : []),
      ]),
    );
    for (const path of paths) expect(missingLabel(path), path).not.toBe(path);
  });

  it('rests on days, never on how long ago they were', () => {
    const later = createAssessor(defaultPolicy, addDays(castAsOf, 3));
    for (const [i, { record, casework }] of cast.entries()) {
      const answer = later(record, { changedOn: addDays(castAsOf, -170), casework });
      expect(answer.findings, record.externalId).toEqual(answers[i]?.findings);
      expect(answer.careGaps, record.externalId).toEqual(answers[i]?.careGaps);
    }
  });
});
