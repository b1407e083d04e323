import type { Flag } from '@matchwatch/contracts';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { Reason, type ReasonFinding } from './reason.js';

const finding: ReasonFinding = {
  code: 'exam.step2-category',
  area: 'exam',
  level: 'act',
  evidence: {
    specialty: 'internal-medicine',
    tier: 'mid-competitive',
    score: 224,
    low: 235,
    gap: 11,
    category: 'B',
    takenOn: '2026-08-14',
    passMark: 218,
    marginal: false,
    nearPass: false,
  },
};
const rule = {
  code: finding.code,
  area: finding.area,
  about: 'Score against the range',
  basis: [{ id: '003#step-0', label: '003 · Step 0', title: 'Recovery plan, step 0' }],
};
const flag: Flag = {
  id: 1,
  code: finding.code,
  area: 'exam',
  level: 'act',
  evidence: finding.evidence,
  openedOn: '2026-08-01',
  levelSince: '2026-08-14',
  risenOn: '2026-08-14',
  dueOn: null,
  closedOn: null,
  review: null,
};

describe('a reason', () => {
  it('says the value and the threshold it was held against, and what would clear it', () => {
    renderInApp(<Reason finding={finding} rule={rule} flag={flag} setsLevel />);
    expect(screen.getByText('Step 2 CK 224 is 11 points below the range for Internal Medicine, which starts at 235.')).toBeDefined();
    expect(screen.getByText('Clears with a specialty whose range starts at 224 or lower.')).toBeDefined();
  });

  it('says since when, by which source, and that it sets the level', () => {
    renderInApp(<Reason finding={finding} rule={rule} flag={flag} setsLevel />);
    expect(screen.getByText('Sets the level')).toBeDefined();
    expect(screen.getByText('since 14 Aug 2026')).toBeDefined();
    expect(screen.getByText('first raised 1 Aug 2026')).toBeDefined();
    expect(screen.getByText('003 · Step 0')).toBeDefined();
  });

  it('shows the values it rests on and the rule that compared them', () => {
    renderInApp(<Reason finding={finding} rule={rule} flag={undefined} setsLevel={false} />);
    expect(screen.getByText('235')).toBeDefined();
    expect(screen.getByText('exam.step2-category')).toBeDefined();
    expect(screen.queryByText('Sets the level')).toBeNull();
  });
});
