import type { ApplicantDetail } from '@matchwatch/contracts';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { TreeCard } from './tree-card.js';
import { WholeFileCard } from './whole-file-card.js';

const detailOf = (part: Partial<ApplicantDetail['record']>): ApplicantDetail =>
  ({
    record: { externalId: 'S-1', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md', ...part },
  }) as unknown as ApplicantDetail;
const tree = (part: Partial<ApplicantDetail['record']>, today: `${number}-${number}-${number}`) =>
  renderInApp(<TreeCard detail={detailOf(part)} policy={defaultPolicy} today={today} />);

describe('the decision tree of one person', () => {
  it('marks the one place they stand in, and what decides next', () => {
    tree({}, '2026-09-10');
    const here = screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current') === 'step');
    expect(here.map(({ textContent }) => textContent)).toEqual(['Awaiting the Matchstands here']);
    expect(screen.getByText('Outcome of the Match, 15 Mar 2027')).toBeDefined();
  });

  it('shows the way the plan would go', () => {
    tree({ contingency: { path: 'research-year' } }, '2027-02-01');
    expect(screen.getAllByText(/planned way/)).toHaveLength(4);
  });

  it('does not apply to who withdrew', () => {
    tree({ match: { outcome: 'withdrawn' } }, '2027-03-20');
    expect(screen.getByText(/Withdrawn/)).toBeDefined();
  });
});

it('the file as a whole says its position, its parts and the other reading', () => {
  renderInApp(
    <WholeFileCard
      detail={detailOf({
        exams: [{ exam: 'step2ck', takenOn: '2026-06-15', score: 228 }],
        specialtyPlan: { primary: 'psychiatry' },
        scholarly: [{ kind: 'poster', status: 'submitted' }],
      })}
      policy={defaultPolicy}
      today="2026-09-10"
    />,
  );
  expect(screen.getByText('Within the range of the specialty.')).toBeDefined();
  expect(screen.getByText('(some)')).toBeDefined();
  expect(screen.getByText(/Article 001 counts Psychiatry as less numerically competitive, from 230: 2 points below\./)).toBeDefined();
});
