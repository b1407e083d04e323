import { cast, castAsOf } from '@matchwatch/demo';
import { type Advice, type ApplicantRecord, addDays, adviceCodes, adviceOwners, planPhases, templateIds } from '@matchwatch/domain';
import { defaultPolicy, findCitation, templateSources } from '@matchwatch/risk-policy';
import { adviceRegister, createAssessor, rules } from '@matchwatch/risk-rules';
import { adviceText, templateText } from '@matchwatch/words';
import { describe, expect, it } from 'vitest';

const assess = createAssessor(defaultPolicy, castAsOf);
const answers = cast.map(({ record, casework }) => assess(record, { changedOn: addDays(castAsOf, -170), casework }));

/** Whom the cast does not hold. */
const others: readonly Partial<ApplicantRecord>[] = [
  // All attempts used.
  {
    exams: (['2024-01-10', '2024-06-10', '2025-01-10', '2025-06-10'] as const).map(
      (takenOn) => ({ exam: 'step1', takenOn, outcome: 'fail' }) as const,
    ),
  },
  // Step 1 passed at a retake, Step 2 CK to come.
  {
    exams: [
      { exam: 'step1', takenOn: '2025-05-02', outcome: 'fail' },
      { exam: 'step1', takenOn: '2025-08-02', outcome: 'pass' },
    ],
  },
  // An IMG whose first US experience is still to come.
  {
    applicantType: 'us-img',
    exams: [],
    experiences: [{ kind: 'externship', us: true, handsOn: true, from: addDays(castAsOf, 30), to: addDays(castAsOf, 60) }],
  },
];
const nobody: ApplicantRecord = { externalId: 'S', name: { given: 'A', family: 'B' }, season: 2027, applicantType: 'us-md' };
const given: readonly Advice[] = [
  ...answers,
  ...others.map((part) => assess({ ...nobody, ...part })),
  // In Match week, and before applications are sent.
  createAssessor(defaultPolicy, '2027-03-16')({ ...nobody, match: { outcome: 'unmatched' } }),
  createAssessor(defaultPolicy, '2026-06-10')({ ...nobody, applicantType: 'us-img', experiences: [] }),
].flatMap(({ advice }) => advice);
const answered = new Set(adviceRegister.flatMap(({ answers: asked }) => Object.keys(asked)));

describe('advice', () => {
  it.each(rules)('answers $code', ({ code }) => expect(answered).toContain(code));

  it('answers only rules that there are', () => {
    const codes = new Set<string>(rules.map(({ code }) => code));
    expect([...answered].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('is registered in the order of the phases, each piece once', () => {
    expect(adviceRegister.map(({ code }) => code)).toEqual(adviceCodes);
    const order = adviceRegister.map(({ phase }) => planPhases.indexOf(phase));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(adviceCodes).size).toBe(adviceCodes.length);
  });

  it.each(adviceRegister)('$code has words: whole, short, neutral', ({ code }) => {
    expect(adviceText(code)).toMatch(/^[A-Z].*[.?]$/);
    expect(adviceText(code)).not.toMatch(/failing|poor|bad |worst/i);
    expect(adviceText(code).length).toBeLessThanOrEqual(100);
  });

  it.each(adviceRegister)('$code has an owner and a day in the policy, each with its source', ({ code }) => {
    for (const key of [`advice.${code}.owner`, `advice.${code}.days`] as const) {
      const entries = Object.values(defaultPolicy.values[key].values);
      expect(entries.length).toBeGreaterThan(0);
      for (const { sources } of entries) for (const ref of sources) expect(findCitation(ref), ref).toBeDefined();
    }
  });

  it.each(adviceRegister)('$code points only to templates that there are', ({ templates = [] }) => {
    expect(templates.filter((id) => !templateIds.includes(id))).toEqual([]);
  });

  it.each(adviceCodes)('%s is given to somebody', (code) => expect(given.map((each) => each.code)).toContain(code));

  it('is given for every finding of the cast while the Match is not over, and says nothing twice', () => {
    for (const { findings, careGaps, advice, externalId } of answers) {
      const matchIsOver = findings.some(({ code }) => code === 'contingency.unmatched');
      const told = new Set(advice.flatMap((each) => each.answers));
      const silent = [...findings, ...careGaps].filter(({ code, area }) => !told.has(code) && !(matchIsOver && area !== 'contingency'));
      expect(
        silent.map(({ code }) => code),
        externalId,
      ).toEqual([]);
      expect(new Set(advice.map(({ code }) => code)).size).toBe(advice.length);
      for (const each of advice) {
        expect(adviceOwners).toContain(each.owner);
        expect([each.dueOn, each.withinDays].filter((due) => due !== null)).toHaveLength(1);
        expect(new Set(each.answers).size).toBe(each.answers.length);
      }
    }
  });

  it('rests on days, never on how long ago they were', () => {
    const later = createAssessor(defaultPolicy, addDays(castAsOf, 3));
    for (const [i, { record, casework }] of cast.entries())
      expect(later(record, { changedOn: addDays(castAsOf, -170), casework }).advice, record.externalId).toEqual(answers[i]?.advice);
  });
});

describe('templates', () => {
  it.each(templateIds)('%s is cited to sources of the register', (id) => {
    for (const ref of templateSources[id]) expect(findCitation(ref), ref).toBeDefined();
  });

  it.each(templateIds)('%s is told in short and neutral words', (id) => {
    const { title, purpose, sections } = templateText(id);
    const texts = [title, purpose, ...sections.flatMap((section) => [section.title, ...section.items.map(({ text }) => text)])];
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z0-9]/);
      expect(text.length, text).toBeLessThanOrEqual(170);
      expect(text).not.toMatch(/failing|failure rate|worst|loser|crush|doomed|fantasy/i);
    }
    for (const section of sections) expect(new Set(section.items.map(({ text }) => text)).size).toBe(section.items.length);
  });
});
