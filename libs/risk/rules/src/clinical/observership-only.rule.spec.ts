import type { ApplicantRecord, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { observershipOnly } from './observership-only.rule.js';

const withKinds = (...experiences: Experience[]): ApplicantRecord => ({ ...img, experiences });

describe('clinical.observership-only', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['an observership', withKinds({ kind: 'observership', us: true }), 'watch'],
    ['an observership with hands-on work', withKinds({ kind: 'observership', us: true, handsOn: true }), 'clear'],
    ['an observership and an externship', withKinds({ kind: 'observership', us: true }, { kind: 'externship', us: true }), 'clear'],
    ['an externship without hands-on work', withKinds({ kind: 'externship', us: true, handsOn: false }), 'watch'],
    ['hands-on work abroad', withKinds({ kind: 'observership', us: true }, { kind: 'externship', us: false }), 'watch'],
    ['hands-on work to come', withKinds({ kind: 'observership', us: true }, { kind: 'externship', us: true, from: '2026-09-11' }), 'watch'],
    ['hands-on work, country not stated', withKinds({ kind: 'observership', us: true }, { kind: 'externship' }), 'unknown: experiences.us'],
    ['observing, country not stated', withKinds({ kind: 'observership' }), 'unknown: experiences.us'],
    ['no US clinical experience', withKinds(), 'clear'],
    ['not known', img, 'unknown: experiences'],
    ['a US graduate', { ...withKinds({ kind: 'observership', us: true }), applicantType: us.applicantType }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(observershipOnly, record)).toBe(answer));

  it('names each kind once', () =>
    expect(
      verdictOf(
        observershipOnly,
        withKinds({ kind: 'observership', us: true }, { kind: 'shadowing', us: true }, { kind: 'shadowing', us: true }),
      ),
    ).toMatchObject({ evidence: { kinds: ['observership', 'shadowing'] } }));

  it('follows changed kinds from their day on', () => {
    const policy = changing('usce.hands-on-kinds', '2026-09-10', ['observership']);
    expect(levelOf(observershipOnly, withKinds({ kind: 'observership', us: true }), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(observershipOnly, withKinds({ kind: 'observership', us: true }), '2026-09-10', { policy })).toBe('clear');
  });
});
