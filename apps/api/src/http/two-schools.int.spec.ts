import { neighbourAccounts, neighbourRecords, neighbourSchool } from '@matchwatch/demo';
import { appendAudit, savePerson, saveRecords, saveSchool } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const password = 'a password of the neighbours';
const roles = ['dean', 'administrator', 'auditor', 'data-steward', 'lead-advisor'] as const;

describe('two schools in one database', () => {
  let api: RunningApi;
  let lists: string[];
  /** What only the one school has: names, addresses and its own words. */
  let theirs: string[];
  let ours: string[];
  beforeAll(async () => {
    api = await startApi();
    const records = await seedApplicants(api, 40);
    await assessCohort(api, today);
    await saveSchool(api.db, { ...neighbourSchool, timeZone: 'UTC' });
    const neighbours = neighbourRecords(today).map((record) => ({ ...record, email: `${record.externalId}@ashgrove.example.edu` }));
    await saveRecords(api.db, neighbourSchool.id, neighbours, { by: 'Ashgrove registrar', at: noon, knownOn: today, source: 'demo' });
    for (const role of roles)
      await savePerson(api.db, neighbourSchool.id, { email: `${role}@ashgrove.example.edu`, name: `Ashgrove ${role}`, role, password });
    for (const [school, word] of [
      ['demo', 'Larkspur'],
      [neighbourSchool.id, 'Ashgrove'],
    ] as const)
      await appendAudit(api.db, school, { at: noon.toISOString(), event: 'record.changed', reason: `${word} secret` });
    const fullName = ({ name: { given, family } }: (typeof records)[number]) => [`${given} ${family}`, `"${family}"`];
    const ourNames = new Set(records.flatMap(fullName));
    const theirNames = new Set(neighbours.flatMap(fullName));
    ours = [...[...ourNames].filter((name) => !theirNames.has(name)), 'dean@example.edu', 'Larkspur secret', 'BARE'];
    theirs = [...[...theirNames].filter((name) => !ourNames.has(name)), '@ashgrove.example.edu', 'Ashgrove'];
    // The stream of runs never ends, and files are asked for by a reason.
    lists = api.routes
      .filter((route) => route.startsWith('get ') && !route.includes('{'))
      .map((route) => route.slice(4))
      .filter((path) => path.startsWith('/api/v1/') && !/\/(?:stream|events|sso|demo)/.test(path));
  });
  afterAll(() => api.stop());

  const answersTo = async (client: Client): Promise<Map<string, string>> => {
    const answers = new Map<string, string>();
    for (const path of lists) {
      const filter = JSON.stringify({ season });
      for (const query of [
        '',
        `?season=${season}`,
        `?${new URLSearchParams({ range: '[0,99]' })}`,
        `?${new URLSearchParams({ range: '[0,99]', filter })}`,
      ]) {
        const { status, body } = await client.get(path + query);
        expect(status, path + query).toBeLessThan(500);
        if (status < 300) answers.set(path + query, JSON.stringify(body));
      }
    }
    return answers;
  };
  const found = (answers: Map<string, string>, words: readonly string[]): string[] =>
    [...answers].flatMap(([path, text]) => words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`));

  it('each sees its own in every list, and nothing of the other, whatever the role', async () => {
    const dean = await answersTo(await signIn(api));
    expect(dean.size).toBeGreaterThan(15);
    expect(found(dean, ours).length).toBeGreaterThan(50);
    expect(found(dean, theirs)).toEqual([]);
    for (const role of roles) {
      const answers = await answersTo(await signIn(api, { email: `${role}@ashgrove.example.edu`, password }));
      expect(found(answers, ours), role).toEqual([]);
      if (role === 'dean') expect(found(answers, theirs).length).toBeGreaterThan(30);
    }
  });

  it('is in the demonstration, with a dean of its own', () => {
    expect(neighbourAccounts.map(({ role }) => role)).toEqual(['dean']);
    expect(neighbourRecords(today)).toHaveLength(40);
    expect(neighbourRecords(today).filter(({ advisor }) => advisor?.endsWith('@example.edu'))).toEqual([]);
  });
});
