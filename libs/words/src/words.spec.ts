import {
  applicantTypes,
  areas,
  examNames,
  findingLevels,
  flagEventKinds,
  imgTiers,
  riskLevels,
  roles,
  scoreCategories,
  specialtyKeys,
  specialtyTiers,
} from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import * as words from './index.js';

describe('days and numbers', () => {
  it('reads a day as the calendar day it is, whatever the zone of the machine', () => {
    expect(words.dayText('2026-08-14')).toBe('14 August');
    expect(words.dayWithYear('2026-01-01')).toBe('1 January 2026');
  });
  it('counts', () => {
    expect(words.counted(1, 'point')).toBe('1 point');
    expect(words.counted(1250, 'program')).toBe('1,250 programs');
    expect(words.listText(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});

describe('labels', () => {
  it.each([
    ['risk levels', riskLevels.map(words.riskLevelLabel)],
    ['finding levels', findingLevels.map(words.findingLevelLabel)],
    ['areas', areas.map(words.areaLabel)],
    ['categories', scoreCategories.map(words.categoryLabel)],
    ['tiers', specialtyTiers.map(words.specialtyTierLabel)],
    ['IMG tiers', imgTiers.map(words.imgTierLabel)],
    ['applicant types', applicantTypes.map(words.applicantTypeLabel)],
    ['exams', examNames.map(words.examLabel)],
    ['roles', roles.map(words.roleLabel)],
    ['flag events', flagEventKinds.map(words.flagEventLabel)],
    ['specialties', specialtyKeys.map(words.specialtyText)],
  ])('%s have one each, all different', (_, labels) => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z]/);
  });

  it('speak of people neutrally', () =>
    expect([...riskLevels.map(words.riskLevelLabel), ...findingLevels.map(words.findingLevelLabel)].join(' ')).not.toMatch(
      /fail|bad|poor|worst|bottom|rank/i,
    ));
});

describe('what is missing', () => {
  it.each([
    ['exams', 'exam history'],
    ['exams[step2ck].score', 'Step 2 CK score'],
    ['exams[comlex1].outcome', 'COMLEX Level 1 result'],
    ['policy.specialty.tier.radiation-oncology', 'tier of Radiation Oncology'],
    ['exams[step9].score', 'exams[step9].score'],
    ['toString', 'toString'],
  ])('%s is the %s', (path, label) => expect(words.missingLabel(path)).toBe(label));

  it('is asked for in one line', () => {
    expect(words.unknownText({ missing: ['exams'] })).toBe('Needs: exam history');
    expect(words.unknownText({ missing: ['policy.specialty.tier.child-neurology'] })).toBe(
      'Needs: tier of Child Neurology (ask an advisor to set it)',
    );
  });
});

describe('strengths', () => {
  it.each([
    ['exam.rising', { rises: [{ in: 'comlex', scores: [480, 520] }] }, 'Scores rising over the COMLEX levels (480, 520)'],
    ['exam.clears-screens', { score: 236, cleared: [225, 235] }, 'Step 2 CK 236 clears 225 and 235'],
    ['exam.step3-passed', { takenOn: '2026-05-01', score: 215 }, 'Step 3 passed with 215'],
    ['clinical.honors', { clerkships: ['Internal Medicine', 'Neurology'] }, 'Honors in Internal Medicine and Neurology'],
    ['clinical.recent-hands-on', { lastOn: '2026-02-05' }, 'Hands-on US clinical experience, last on 5 February 2026'],
    ['letters.strong', { letters: 1 }, '1 strong letter'],
    ['scholarly.output', { works: 2 }, '2 scholarly works submitted or published'],
    ['unheard.of', {}, 'unheard.of'],
  ])('%s', (code, evidence, text) => expect(words.strengthText({ code, evidence })).toBe(text));
});

describe('the program target', () => {
  it.each([
    [
      { minimum: 40, maximum: 60, because: 'category A 40, primary care group 30–60' },
      '40–60 programs (category A 40, primary care group 30–60)',
    ],
    [{ minimum: 80, maximum: 80, because: 'category C 80' }, '80 programs (category C 80)'],
  ])('says the range and what asks for it', (target, text) => expect(words.programTargetText(target)).toBe(text));
});

describe('evidence', () => {
  it.each([
    ['gap', 'Points below'],
    ['passMark', 'Pass mark'],
    ['valueOf', 'Value of'],
  ])('%s is called “%s”', (key, label) => expect(words.evidenceLabel(key)).toBe(label));
});
