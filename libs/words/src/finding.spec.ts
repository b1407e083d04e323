import type { EvidenceByCode, RuleCode } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { chip, clearsWhen, hasWords, ruleLabel, sentence } from './finding.js';

const of = <C extends RuleCode>(code: C, evidence: EvidenceByCode[C]) => ({ code, evidence });
const categoryB = { category: 'B', specialty: 'internal-medicine', tier: 'mid-competitive', score: 224, low: 235, gap: 11 } as const;
const scored = { ...categoryB, takenOn: '2026-06-15', passMark: 218, marginal: false, nearPass: false } as const;
const failed = [{ takenOn: '2026-03-01', score: 210, passMark: 218 }] as const;
const img = { triggers: ['step2'], factors: ['no-usce'], step2: 222, step1: null, failures: 0, graduatedOn: '2024-06-30' } as const;

describe('the words for a finding', () => {
  it.each([
    [
      of('exam.step2-category', scored),
      'Step 2 CK 224 is 11 points below the range for Internal Medicine, which starts at 235.',
      'CK 11 below range',
      'Clears with a specialty whose range starts at 224 or lower.',
    ],
    [
      of('exam.step2-category', { ...scored, category: 'A', score: 234, gap: 1 }),
      'Step 2 CK 234 is 1 point below the range for Internal Medicine, which starts at 235.',
      'CK 1 below range',
      'Clears with a specialty whose range starts at 234 or lower.',
    ],
    [
      of('exam.step2-category', {
        ...scored,
        category: 'C',
        score: 220,
        gap: null,
        low: null,
        specialty: null,
        tier: null,
        nearPass: true,
      }),
      'Step 2 CK 220 is close to the pass mark of 218, which programs of every specialty look at.',
      'CK close to the pass mark',
      undefined,
    ],
    [
      of('exam.step2-failed', { failed, passedOn: null }),
      'Step 2 CK was not passed on 1 March 2026 (210, pass mark 218), and a pass is still to come.',
      'Step 2 CK still to pass',
      'Eases once Step 2 CK is passed.',
    ],
    [
      of('exam.step2-failed', { failed, passedOn: '2026-08-01' }),
      'Step 2 CK was passed on 1 August 2026, after it was not on 1 March 2026 (210, pass mark 218).',
      'Step 2 CK passed at a retake',
      undefined,
    ],
    [
      of('exam.step1-failed', {
        failed: [{ takenOn: '2025-03-01', score: null, passMark: 196 }],
        passedOn: '2025-07-01',
        step2: 241,
        offset: 'clearly',
        offsetFrom: 235,
      }),
      'Step 1 was passed on 1 July 2025, after it was not on 1 March 2025. Step 2 CK 241 clearly makes up for it.',
      'Step 1 passed at a retake',
      undefined,
    ],
    [
      of('exam.step1-failed', { failed: [], passedOn: '2025-07-01', step2: null, offset: null, offsetFrom: 235 }),
      undefined,
      'Step 1 passed at a retake',
      'Eases with a Step 2 CK of 235 or higher.',
    ],
    [
      of('exam.multiple-failures', {
        failures: 2,
        failed: [
          { exam: 'step1', takenOn: '2025-03-01' },
          { exam: 'step2ck', takenOn: '2026-03-01' },
        ],
      }),
      '2 exam attempts were not passed: Step 1 on 1 March 2025 and Step 2 CK on 1 March 2026.',
      '2 attempts not passed',
      undefined,
    ],
    [
      of('exam.attempts-left', { steps: [{ exam: 'step2ck', used: 3 }], maximum: 4 }),
      '3 of 4 attempts at Step 2 CK are used.',
      '3 of 4 attempts used',
      'Clears once Step 2 CK is passed.',
    ],
    [
      of('exam.step1-numeric-low', { score: 205, takenOn: '2021-05-01', line: 210 }),
      'Step 1 of 1 May 2021 is 205, below 210, a line that programs look at.',
      'Step 1 205, below 210',
      undefined,
    ],
    [
      of('exam.step1-numeric-low', { score: 200, takenOn: '2021-05-01', line: 200 }),
      'Step 1 of 1 May 2021 is 200, not above 200, a line that programs look at.',
      'Step 1 200, not above 200',
      undefined,
    ],
    [
      of('exam.step2-below-screens', { score: 219, takenOn: '2026-06-15', line: 220, screens: [225, 235, 245], cleared: [] }),
      'Step 2 CK 219 is below 220, a screen that programs commonly set.',
      'CK below the 220 screen',
      undefined,
    ],
    [
      of('exam.declining', { declines: [{ in: 'step1-to-step2', step1: 225, step1Band: 'on-target', step2: 224, category: 'B' }] }),
      'Results go down: Step 1 at 225, then Step 2 CK at 224 (category B).',
      'Step 2 CK behind Step 1',
      'Clears with a specialty whose range is nearer to the Step 2 CK score.',
    ],
    [
      of('exam.declining', {
        declines: [
          { in: 'comlex', scores: [520, 500] },
          { in: 'shelf', scores: [80, 75, 70] },
        ],
      }),
      'Results go down: COMLEX levels at 520, then 500 and shelf exams at 80, then 75, then 70.',
      'Results going down',
      'Clears with a next result above the last one.',
    ],
    [
      of('exam.score-age', { exam: 'step1', firstPassedOn: '2020-05-01', windowEndsOn: '2027-05-01' }),
      'Step 1 was passed on 1 May 2020; the certification window of that pass ends on 1 May 2027.',
      'Window ends 1 May 2027',
      'Clears once Step 3 is on record, which only certified graduates may take.',
    ],
    [
      of('plan.no-specialty', { since: '2026-02-01' }),
      'No primary specialty is chosen; the choice was expected by 1 February 2026.',
      'No primary specialty',
      'Clears once a primary specialty is chosen.',
    ],
    [
      of('plan.out-of-reach', { ...categoryB, specialty: 'interventional-radiology', tier: 'ultra-competitive', score: 239, low: 250 }),
      'Step 2 CK 239 is 11 points below the range for Interventional Radiology, one of the most competitive specialties.',
      'IR 11 points away',
      'Clears with a primary specialty that is less competitive.',
    ],
    [
      of('plan.no-backup', { ...categoryB, declined: [], urgentFrom: '2026-06-01' }),
      'No backup specialty is planned, with category B in Internal Medicine.',
      'No backup specialty',
      'Clears once a backup specialty that would be accepted is on record.',
    ],
    [
      of('plan.no-priority', { ...categoryB, since: '2027-01-01' }),
      'What comes first is open: specialty, location or prestige, with category B in Internal Medicine. The choice was expected by 1 January 2027.',
      'No first priority chosen',
      'Clears once specialty, location or prestige comes first.',
    ],
    [
      of('img.tier', { ...img, tier: 'high' }),
      'International graduate, high tier: Step 2 CK 222 and no US clinical experience.',
      'IMG tier high',
      'Eases with US clinical experience.',
    ],
    [
      of('img.tier', {
        ...img,
        tier: 'very-high',
        triggers: ['failed-attempt'],
        factors: ['failed-attempt', 'no-usce', 'graduation', 'visa'],
        failures: 1,
      }),
      'International graduate, very high tier: 1 attempt not passed, no US clinical experience, graduation on 30 June 2024, and a visa needed.',
      'IMG tier very high',
      'Eases with US clinical experience.',
    ],
    [of('img.tier', { ...img, tier: 'high', factors: ['no-usce', 'visa'] }), undefined, 'IMG tier high', undefined],
    [
      of('visa.h1b-only', { need: 'h1b-only' }),
      'Only an H-1B visa is acceptable, and fewer programs sponsor it than J-1.',
      'H-1B only',
      'Eases when a J-1 visa is acceptable too.',
    ],
    [
      of('list.too-short', { programs: 39, minimum: 40, because: 'category A 40', since: '2026-08-03' }),
      '39 programs on the list, where 40 or more are advised (category A 40) by 3 August 2026.',
      '39 of 40 programs',
      'Clears with 40 programs or more on the list.',
    ],
    [
      of('list.no-chance', {
        programs: 40,
        excluded: 3,
        first: [
          { program: 'Lakeview', reasons: ['visa'] },
          { program: 'Northgate', reasons: ['score', 'img'] },
        ],
      }),
      '3 of 40 programs cannot take the applicant: Lakeview (no visa sponsorship), Northgate (a higher minimum score and no international graduates), and 1 more.',
      '3 of 40 cannot take the applicant',
      'Clears once programs that can take the applicant stand in their place.',
    ],
    [
      of('list.signals', {
        signals: [{ specialty: 'internal-medicine', kind: 'gold', sent: 2, allotted: 3 }],
        unusedFrom: '2026-08-26',
      }),
      'Program signals are left to send: 2 gold signals of 3 in Internal Medicine sent.',
      'Program signals left to send',
      'Clears once every signal is given to a program.',
    ],
    [
      of('list.signals', {
        signals: [{ specialty: 'urology', kind: 'single', sent: 31, allotted: 30 }],
        unusedFrom: null,
      }),
      'More program signals are planned than there are: 31 signals of 30 in Urology.',
      'More signals than there are',
      'Clears with as many signals as the specialty allots.',
    ],
    [
      of('record.leave', { leaves: [{ from: '2024-01-10', to: '2024-06-10', explained: false }] }),
      'The record holds a leave of absence from 10 January 2024 to 10 June 2024, not explained in the application.',
      'Leave not explained yet',
      'Eases once the application explains it.',
    ],
    [
      of('record.unexplained-gap', { gaps: [{ from: '2024-01-31', to: null }], months: 6 }),
      'Training or work shows a gap from 31 January 2024, not explained; from 6 months on programs ask.',
      'Gap not explained yet',
      'Clears once the application explains it.',
    ],
    [
      of('statement.missing', { status: 'none', since: '2026-07-19' }),
      'There is no draft of the personal statement yet; it was expected by 19 July 2026.',
      'No statement yet',
      'Clears once the statement is final.',
    ],
    [
      of('interview.no-account', { category: 'B', failures: 1, since: '2026-10-01' }),
      'The short answer about the exams is not rehearsed, with category B and 1 exam attempt not passed; it was expected by 1 October 2026.',
      'Short answer not rehearsed',
      'Clears once the answer is rehearsed: own it, explain it, say what changed.',
    ],
    [
      of('interview.few', { interviews: 4, minimum: 5, since: '2026-11-15' }),
      '4 interviews so far; by 15 November 2026, 5 or more are hoped for.',
      '4 interviews',
      'Clears with 5 interviews.',
    ],
    [
      of('contingency.rank-list', { interviews: 1, dueOn: '2027-03-03' }),
      'The rank list is not certified, after 1 interview; the deadline is 3 March 2027.',
      'Rank list due 3 March',
      'Clears once the rank list is certified.',
    ],
    [
      of('contingency.unmatched', { plan: 'reapply' }),
      'This Match ended without a position; a plan for the next cycle is on record.',
      'Unmatched, with a plan',
      undefined,
    ],
    [
      of('care.no-meeting', { riskLevel: 'high-risk', failed: null, lastMeetingOn: '2026-08-20', since: '2026-08-20', days: 14 }),
      'The last meeting was on 20 August 2026, at the level “High risk”; one was expected within 14 days of 20 August 2026.',
      'Last met 20 August',
      'Clears with the next meeting.',
    ],
    [
      of('care.wellbeing', { askedOn: '2026-09-01' }),
      'The check-in of 1 September 2026 asks for help, and no referral has followed.',
      'Asked for help 1 September',
      'Clears once a referral is made.',
    ],
    [
      of('data.missing', { missing: ['exams', 'specialtyPlan.primary'] }),
      'No level can be given without the exam history and primary specialty.',
      'Needs exam history, primary specialty',
      'Clears once the exam history and primary specialty are on record.',
    ],
    [
      of('data.impossible', {
        impossible: [{ kind: 'pass-below-mark', exam: 'step2ck', takenOn: '2026-06-15', score: 216, passMark: 218 }],
      }),
      'Something was recorded wrongly: Step 2 CK on 15 June 2026 is recorded as a pass with 216, below the pass mark of 218.',
      'Results contradict themselves',
      'Clears once the result is corrected.',
    ],
    [
      of('data.stale', { changedOn: '2026-01-02', days: 120 }),
      'Nothing in the record has changed since 2 January 2026; news is expected within 120 days.',
      'Nothing new since 2 January',
      'Clears with the next change of the record.',
    ],
  ])('$code', (finding, expected, short, clears) => {
    if (expected !== undefined) expect(sentence(finding)).toBe(expected);
    expect(chip(finding)).toBe(short);
    expect(chip(finding).length).toBeLessThanOrEqual(40);
    expect(clearsWhen(finding)).toBe(clears);
  });

  it('fall back to the code of a rule that has none', () => {
    const finding = { code: 'letters.unheard-of', evidence: {} };
    expect([sentence(finding), chip(finding), ruleLabel(finding.code), clearsWhen(finding), hasWords(finding.code)]).toEqual([
      'letters.unheard-of',
      'letters.unheard-of',
      'letters.unheard-of',
      undefined,
      false,
    ]);
    expect(hasWords('constructor')).toBe(false);
  });

  it('fall back to the name of the rule when an older answer holds other evidence', () => {
    const old = { code: 'exam.step2-category', evidence: {} };
    expect(sentence(old)).toBe(ruleLabel(old.code));
  });
});
