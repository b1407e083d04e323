import type { ApplicantRecord, Day, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { usceShort } from './usce-short.rule.js';

const month = (from: Day, to: Day, more: Partial<Experience> = {}): Experience => ({
  kind: 'externship',
  specialty: 'internal-medicine',
  us: true,
  site: 'Elmwood Clinic',
  from,
  to,
  ...more,
});
const aiming = (...experiences: Experience[]): ApplicantRecord => ({
  ...img,
  specialtyPlan: { primary: 'internal-medicine' },
  experiences,
});
const first = month('2026-01-01', '2026-02-25');
const elsewhere = { site: 'Lakeview' };

describe('clinical.usce-short', () => {
  it.each([
    ['2026-05-27', 'watch'],
    ['2026-05-28', 'clear'],
  ] as const)('56 days and those from 2026-05-01 to %s, 84 advised: %s', (to, level) =>
    expect(levelOf(usceShort, aiming(first, month('2026-05-01', to, elsewhere)))).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['enough, at one site', aiming(first, month('2026-05-01', '2026-05-28')), 'note'],
    ['enough, at one site written differently', aiming(first, month('2026-05-01', '2026-05-28', { site: 'elmwood clinic ' })), 'note'],
    ['enough, a site not stated', aiming(first, month('2026-05-01', '2026-05-28', { site: undefined })), 'unknown: experiences.site'],
    ['days of two at once count once', aiming(first, month('2026-02-01', '2026-02-25', elsewhere)), 'watch'],
    ['two that overlap in part', aiming(first, month('2026-02-20', '2026-03-25', elsewhere)), 'clear'],
    ['under way, to its planned end', aiming(first, month('2026-09-01', '2026-09-28', elsewhere)), 'clear'],
    ['to come', aiming(first, month('2026-09-11', '2026-12-01', elsewhere)), 'watch'],
    ['another specialty', aiming(first, month('2026-05-01', '2026-05-28', { ...elsewhere, specialty: 'pediatrics' })), 'watch'],
    [
      'a specialty not stated',
      aiming(first, month('2026-05-01', '2026-05-28', { specialty: undefined })),
      'unknown: experiences.specialty',
    ],
    ['an end not known', aiming(first, month('2026-05-01', '2026-05-28', { to: undefined })), 'unknown: experiences.to'],
    ['a beginning not known', aiming(first, month('2026-05-01', '2026-05-28', { from: undefined })), 'unknown: experiences.from'],
    ['a country not stated', aiming(first, month('2026-05-01', '2026-05-28', { us: undefined })), 'unknown: experiences.us'],
    ['no specialty', { ...aiming(first), specialtyPlan: undefined }, 'unknown: specialtyPlan.primary'],
    ['no US clinical experience', aiming(), 'clear'],
    ['not known', img, 'unknown: experiences'],
    ['a US graduate', { ...aiming(first), applicantType: us.applicantType }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(usceShort, record)).toBe(answer));

  it('names the days and the sites', () =>
    expect(verdictOf(usceShort, aiming(first))).toMatchObject({
      evidence: { specialty: 'internal-medicine', days: 56, expectedDays: 84, sites: 1, expectedSites: 2 },
    }));

  it('follows a changed number of months from its day on', () => {
    const policy = changing('usce.amount.months', '2026-09-10', 2);
    const record = aiming(first, month('2026-03-01', '2026-03-10', elsewhere));
    expect(levelOf(usceShort, record, '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(usceShort, record, '2026-09-10', { policy })).toBe('clear');
  });
});
