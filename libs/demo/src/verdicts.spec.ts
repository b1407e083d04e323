import { describe, expect, it } from 'vitest';
import { demoVerdict } from './verdicts.js';

const verdicts = Array.from({ length: 2000 }, (_, i) =>
  demoVerdict(`S-${i}`, ['exam.step2-failed', 'list.too-short', 'visa.h1b-only'][i % 3] ?? '', '2026-09-07'),
);
const share = (kind: string) => verdicts.filter((verdict) => verdict.kind === kind).length / verdicts.length;

describe('what the fictional school says of flags', () => {
  it('is the same each time it is told', () =>
    expect(demoVerdict('S-1', 'exam.step2-failed', '2026-09-07')).toEqual(demoVerdict('S-1', 'exam.step2-failed', '2026-09-07')));
  it('agrees mostly, disagrees with a reason, puts off, and leaves some', () => {
    expect(share('agree')).toBeGreaterThan(0.7);
    for (const kind of ['disagree', 'snooze', 'leave']) expect(share(kind), kind).toBeGreaterThan(0.01);
    expect(new Set(verdicts.flatMap((verdict) => (verdict.kind === 'disagree' ? [verdict.because] : []))).size).toBeGreaterThan(3);
  });
});
