import { randomBytes } from 'node:crypto';
import type { Help } from '@matchwatch/contracts';
import { type ApplicantRecord, addDays, type Day } from '@matchwatch/domain';
import { addMeeting, createRun, savePerson, saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const began = addDays(today, -70);
const agreedOn = addDays(today, -40);
const movedOn = addDays(today, -20);
const [helped, alone, few] = [12, 20, 5];

/** Twelve at risk who agreed to widen their list, of whom nine got better; twenty like them without it, of whom four did; five who agreed to something else. */
describe('what became of help', () => {
  let api: RunningApi;
  let dean: Client;
  let help: Help;
  const kindOf = (intervention: string) => help.kinds.find((kind) => kind.intervention === intervention);

  beforeAll(async () => {
    api = await startApi();
    dean = await signIn(api);
    const records = Array.from(
      { length: helped + alone + few },
      (_, at): ApplicantRecord => ({
        externalId: `H-${String(at).padStart(2, '0')}`,
        name: { given: 'Hel', family: `Ped ${at}` },
        season,
        applicantType: 'us-md',
      }),
    );
    const ids = (await saveRecords(api.db, 'demo', records, { by: 'Seed', at: noon, knownOn: began, source: 'demo' })).map(({ id }) => id);
    const first = await assessCohort(api, began);
    await api.db.query(`update level_change set new_level = 'at-risk', on_day = $1`, [began]);
    await api.db.query('delete from flag_event');
    await api.db.query('delete from flag');
    await api.db.query(
      `insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on)
       select 'demo', id, 'interview.few', 'act', '{}', $2, $3, $3, $3 from unnest($1::integer[]) as id`,
      [ids, first, began],
    );
    const second = await copyOf(first);
    const better = [...ids.slice(0, 9), ...ids.slice(helped, helped + 4)];
    await api.db.query(
      `insert into level_change (school_id, run_id, applicant_id, old_level, new_level, on_day)
       select 'demo', $2, id, 'at-risk', 'watch', $3 from unnest($1::integer[]) as id`,
      [better, second, movedOn],
    );
    await api.db.query(`update flag set closed_run = $2, closed_on = $3 where applicant_id = any ($1)`, [better, second, movedOn]);
    const [{ id: by }] = (await api.db.query(`select id from person where role = 'dean' and school_id = 'demo' limit 1`)) as [
      { id: number },
    ];
    for (const id of ids.slice(0, helped)) await meet(id, by, 'widen-list');
    for (const id of ids.slice(helped + alone)) await meet(id, by, 'add-backup');
    help = (await dean.get(`/api/v1/help?season=${season}`)).body as Help;
  });
  afterAll(() => api.stop());

  /** A later run with the same answers, for changes of level to hang on. */
  async function copyOf(runId: number): Promise<number> {
    const asked = {
      season,
      kind: 'manual',
      slot: 'later',
      asOf: movedOn,
      policyVersion: '-',
      rulesDigest: '-',
      requestedBy: 'spec',
    } as const;
    const { id } = await createRun(api.db, 'demo', asked);
    await api.db.query(
      `insert into run_answer select (json_populate_record(a, json_build_object('run_id', $2::integer))).* from run_answer a where run_id = $1`,
      [runId, id],
    );
    return id;
  }

  async function meet(applicantId: number, by: number, intervention: 'widen-list' | 'add-backup', on: Day = agreedOn): Promise<void> {
    const meeting = {
      state: 'held',
      kind: 'phone',
      on,
      at: null,
      minutes: null,
      with: 'dean',
      staffIds: [by],
      others: [],
      topics: [],
    } as const;
    const advised = [{ intervention, answer: 'agreed', why: null, goal: null, dueOn: null }] as const;
    const said = { note: null, restricted: false, nextStep: null, nextOn: null, advised: [...advised] };
    await addMeeting(api.db, 'demo', applicantId, { ...meeting, ...said, topics: [] }, { by, at: noon });
  }

  it('is told with how many agreed and how soon after a flag they were met', () => {
    expect(help).toMatchObject({ season, smallest: 10 });
    expect(kindOf('widen-list')).toMatchObject({ applicants: helped, medianDays: 30 });
  });

  it('stands beside those of the same type, level and category without it, each with its interval', () => {
    const [after] = kindOf('widen-list')?.after ?? [];
    expect(after).toMatchObject({ days: 30, withIt: { applicants: helped }, similar: { applicants: alone + few } });
    expect(after?.withIt?.better.share).toBeCloseTo(9 / helped);
    expect(after?.withIt?.better.low).toBeLessThan(9 / helped);
    expect(after?.similar?.better.share).toBeCloseTo(4 / (alone + few));
    expect(after?.withIt?.flags).toBeCloseTo(-9 / helped);
    expect(after?.withIt?.worse.share).toBe(0);
  });

  it('says nothing of days that nobody has lived through yet, nor of fewer people than may be told of', () => {
    expect(kindOf('widen-list')?.after.slice(1)).toEqual([60, 90].map((days) => ({ days, withIt: null, similar: null })));
    expect(kindOf('add-backup')).toMatchObject({ applicants: null, medianDays: null, after: [{ withIt: null, similar: null }, {}, {}] });
  });

  it('is for those who answer for the whole school', async () => {
    const account = { email: 'advisor.help@example.edu', password: randomBytes(9).toString('hex') };
    await savePerson(api.db, 'demo', { ...account, name: 'An Advisor', role: 'advisor' });
    const advisor = await signIn(api, account);
    expect((await advisor.get(`/api/v1/help?season=${season}`)).status).toBe(403);
    expect((await dean.get('/api/v1/help?season=soon')).status).toBe(400);
  });
});
