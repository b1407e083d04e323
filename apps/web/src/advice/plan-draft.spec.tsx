import type { ApplicantDetail } from '@matchwatch/contracts';
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { AdviceCard } from './advice-card.js';

const advice: NonNullable<ApplicantDetail['answer']>['advice'] = [
  { code: 'debrief-score', phase: 'stabilize', owner: 'applicant', dueOn: null, withinDays: 7, answers: ['exam.step2-category'] },
  { code: 'name-backup', phase: 'stabilize', owner: 'applicant', dueOn: '2026-06-01', withinDays: null, answers: ['plan.no-backup'] },
  {
    code: 'build-program-list',
    phase: 'communicate',
    owner: 'applicant',
    dueOn: '2026-08-19',
    withinDays: null,
    answers: ['exam.step2-category'],
  },
];
const flag = (code: string, openedOn: `${number}-${number}-${number}`): ApplicantDetail['flags'][number] => ({
  id: 1,
  code,
  area: 'exam',
  level: 'act',
  evidence: {},
  openedOn,
  levelSince: openedOn,
  risenOn: '2026-08-14',
  dueOn: null,
  closedOn: null,
  review: null,
});
const detail = {
  may: [],
  record: { externalId: 'S-1', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' },
  answer: { asOf: '2026-08-10', advice },
  flags: [flag('exam.step2-category', '2026-08-08'), flag('plan.no-backup', '2026-08-08'), flag('letters.us', '2026-08-08')],
} as unknown as ApplicantDetail;

describe('what to do', () => {
  it('says what, who and by when, in the order of the phases', () => {
    renderInApp(<AdviceCard detail={detail} />);
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'Name a backup specialty that would really be accepted.Applicant · now, was due 1 Jun',
      'Debrief the result: preparation, what practice predicted, weak areas.Applicant · by 15 Aug',
      'Build a program list that is long and mixed enough.Applicant · by 19 Aug',
    ]);
  });

  it('says so when nothing is asked for', () => {
    renderInApp(<AdviceCard detail={{ ...detail, answer: { ...detail.answer, advice: [] } } as ApplicantDetail} />);
    expect(screen.getByText('No finding asks for anything now.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Draft a plan' })).toBeNull();
  });
});

describe('a draft of a plan', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
  });

  const open = async () => {
    renderInApp(<AdviceCard detail={detail} />);
    fireEvent.click(screen.getByRole('button', { name: 'Draft a plan' }));
    return screen.findByRole('dialog', { name: 'Draft of a plan for Ada Osei' }, { timeout: 10_000 });
  };

  it('stands in four phases, says what is overdue, and that nothing is saved', async () => {
    const dialog = within(await open());
    expect(dialog.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Phase 1: Stabilize',
      'Phase 2: Rebuild',
      'Phase 3: Communicate',
      'Phase 4: Contingency',
    ]);
    expect(dialog.getByText(/Nothing is saved/)).toBeDefined();
    expect(dialog.getByText('now, was due 1 Jun')).toBeDefined();
    expect(dialog.getByText('by 15 Aug'), 'seven days from the day the flag was opened').toBeDefined();
    expect(dialog.getByText('Open findings without a task: Few US letters')).toBeDefined();
    expect(dialog.getByRole('link', { name: 'Program list' }).getAttribute('href')).toBe('/templates#program-list');
  });

  it('is copied as text', async () => {
    const dialog = within(await open());
    fireEvent.click(dialog.getByRole('button', { name: 'Copy as text' }));
    await vi.waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]).toMatch(
      /^Draft of a plan for Ada Osei\n\n1\. Stabilize\n- Name a backup specialty .*\(Applicant, now; by the calendar/,
    );
  });
});
