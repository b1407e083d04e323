import { describe, expect, it } from 'vitest';
import { challengeText, type WordedChallenge } from './challenge.js';

const challenge: WordedChallenge = {
  subject: { kind: 'fact', about: 'exams' },
  contested: 'Step 2 CK 205',
  says: 'It was 215',
  receivedOn: '2026-10-06',
  state: 'open',
  statement: null,
};

describe('a challenge in words', () => {
  it('says what is contested, what the applicant says and how it stands', () =>
    expect(challengeText(challenge)).toBe(
      'Exams: the applicant contests “Step 2 CK 205” since 6 October 2026 and says “It was 215”; open',
    ));
  it('carries the statement of one that was declined', () =>
    expect(challengeText({ ...challenge, state: 'declined', statement: 'I asked for a rescore.' })).toMatch(
      /; declined; their statement: “I asked for a rescore\.”$/,
    ));
  it('calls a finding by the name of its rule', () =>
    expect(challengeText({ ...challenge, subject: { kind: 'finding', about: 'exam.step2-failed' } })).toMatch(/^Step 2/));
});
