import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, unannounced, us, verdictOf } from '../spec-kit.js';
import { soapNotReady } from './soap-not-ready.rule.js';

const march = '2027-03-01';
const soap = (soapStatement?: boolean, generalLetters?: boolean): ApplicantRecord => ({
  ...us,
  contingency: { path: 'soap', soapStatement, generalLetters },
});

describe('contingency.soap-not-ready', () => {
  it.each([
    ['2027-02-28', 'clear'],
    ['2027-03-01', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s, Match Monday on 15 March: %s', (asOf, level) => expect(levelOf(soapNotReady, soap(false, true), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['both ready', soap(true, true), 'clear'],
    ['letters missing', soap(true, false), 'act'],
    ['statement missing, letters not known', soap(false), 'act'],
    ['letters missing, statement not known', soap(undefined, false), 'act'],
    ['statement not known', soap(undefined, true), 'unknown: contingency.soapStatement'],
    ['letters not known', soap(true), 'unknown: contingency.generalLetters'],
    ['another plan', { ...us, contingency: { path: 'reapply' } }, 'clear'],
    ['no plan', { ...us, contingency: {} }, 'clear'],
    ['plan not known', us, 'unknown: contingency'],
    ['no calendar', unannounced(soap(false, false)), 'unknown: season calendar'],
    ['the Match is decided', decided(soap(false, false)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(soapNotReady, record, march)).toBe(answer));

  it('says what is missing', () => {
    expect(verdictOf(soapNotReady, soap(false, false), march)).toMatchObject({
      evidence: { lacks: ['statement', 'letters'], since: march },
    });
    expect(verdictOf(soapNotReady, soap(true, false), march)).toMatchObject({ evidence: { lacks: ['letters'] } });
  });

  it('follows a changed number of days from its day on', () => {
    const policy = changing('contingency.soap-not-ready.act-days', '2027-02-20', 30);
    expect(levelOf(soapNotReady, soap(false, true), '2027-02-19', { policy })).toBe('clear');
    expect(levelOf(soapNotReady, soap(false, true), '2027-02-20', { policy })).toBe('act');
  });
});
