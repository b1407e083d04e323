import type { ApplicantRecord, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { noUsce } from './no-usce.rule.js';

const externship: Experience = { kind: 'externship', us: true, from: '2026-09-10', to: '2026-10-05' };

describe('clinical.no-usce', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['none', { ...img, experiences: [] }, 'act'],
    ['not known', img, 'unknown: experiences'],
    ['begins on the day', { ...img, experiences: [externship] }, 'clear'],
    ['begins the day after', { ...img, experiences: [{ ...externship, from: '2026-09-11' }] }, 'act'],
    ['abroad', { ...img, experiences: [{ ...externship, us: false }] }, 'act'],
    ['country not stated', { ...img, experiences: [{ kind: 'externship' }] }, 'unknown: experiences.us'],
    ['observing', { ...img, experiences: [{ kind: 'shadowing', us: true }] }, 'clear'],
    ['research in the US', { ...img, experiences: [{ kind: 'research', us: true }] }, 'act'],
    ['a US graduate', { ...us, experiences: [] }, 'clear'],
    ['a US graduate, not known', us, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noUsce, record)).toBe(answer));

  it('names what is planned', () => {
    const planned = {
      ...img,
      experiences: [
        { ...externship, from: '2026-11-01' },
        { ...externship, from: '2026-10-01' },
      ],
    } as ApplicantRecord;
    expect(verdictOf(noUsce, planned)).toMatchObject({ evidence: { plannedFrom: '2026-10-01' } });
    expect(verdictOf(noUsce, { ...img, experiences: [] })).toMatchObject({ evidence: { plannedFrom: null } });
  });

  it('follows changed kinds from their day on', () => {
    const policy = changing('usce.kinds', '2026-09-10', ['externship']);
    const record: ApplicantRecord = { ...img, experiences: [{ kind: 'observership', us: true }] };
    expect(levelOf(noUsce, record, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(noUsce, record, '2026-09-10', { policy })).toBe('act');
  });
});
