import type { ApplicantRecord, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { usceSetting } from './usce-setting.rule.js';

const observed: Experience = {
  kind: 'observership',
  specialty: 'internal-medicine',
  us: true,
  acgmeSite: false,
  site: 'Elmwood Clinic',
  from: '2026-02-02',
  to: '2026-03-01',
};
const aiming = (...experiences: Experience[]): ApplicantRecord => ({
  ...img,
  specialtyPlan: { primary: 'internal-medicine' },
  experiences,
});

describe('clinical.usce-setting', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['no such site', aiming(observed), 'note'],
    ['such a site', aiming({ ...observed, acgmeSite: true }), 'clear'],
    ['one of two sites', aiming(observed, { ...observed, acgmeSite: true }), 'clear'],
    ['such a site in another specialty', aiming(observed, { ...observed, specialty: 'pediatrics', acgmeSite: true }), 'note'],
    ['such a site to come', aiming(observed, { ...observed, acgmeSite: true, from: '2026-09-11', to: '2026-10-01' }), 'note'],
    ['not stated of the site', aiming({ ...observed, acgmeSite: undefined }), 'unknown: experiences.acgmeSite'],
    ['specialty not stated', aiming({ ...observed, specialty: undefined }), 'unknown: experiences.specialty'],
    ['country not stated', aiming({ ...observed, us: undefined }), 'unknown: experiences.us'],
    ['no specialty in the plan', { ...aiming(observed), specialtyPlan: {} }, 'unknown: specialtyPlan.primary'],
    ['no US clinical experience', aiming(), 'clear'],
    ['not known', img, 'unknown: experiences'],
    ['a US graduate', { ...aiming(observed), applicantType: us.applicantType }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(usceSetting, record)).toBe(answer));

  it('names the specialty', () =>
    expect(verdictOf(usceSetting, aiming(observed))).toMatchObject({ evidence: { specialty: 'internal-medicine' } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('clinical.usce-setting.level', '2026-09-10', 'watch');
    expect(levelOf(usceSetting, aiming(observed), '2026-09-09', { policy })).toBe('note');
    expect(levelOf(usceSetting, aiming(observed), '2026-09-10', { policy })).toBe('watch');
  });
});
