import type { ApplicantDetail } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import { assess, defaultPolicy } from '@matchwatch/risk-rules';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { TriedRecord } from './what-if-panel.js';

const today = '2026-07-20' as const;
const record: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Ada', family: 'Osei' },
  season: 2027,
  applicantType: 'us-md',
  exams: [
    { exam: 'step1', takenOn: '2025-05-02', outcome: 'pass' },
    { exam: 'step2ck', takenOn: '2026-06-15', score: 226 },
  ],
  specialtyPlan: {
    primary: 'internal-medicine',
    backups: [{ specialty: 'family-medicine', acceptable: false }],
    dualApplying: false,
    geography: 'open',
  },
};

const show = (of: ApplicantRecord) => {
  const answer = assess(of, defaultPolicy, today, { changedOn: today });
  const detail = { id: 1, may: [], record: of, summary: { changedOn: today }, answer } as unknown as ApplicantDetail;
  renderInApp(<TriedRecord detail={detail} policy={defaultPolicy} today={today} />);
};
const comparison = () => within(screen.getByRole('region', { name: 'Today and what if' }));
const announced = () => comparison().getByRole('status').textContent;

// Roles are found slowly in jsdom, and the engine tries hundreds of records.
describe('changes tried on a copy of a record', { timeout: 30_000 }, () => {
  it('begin with today’s answer and the smallest changes that lower it', async () => {
    show(record);
    expect(comparison().getByText('Watch')).toBeDefined();
    expect(comparison().getByText('Nothing is tried yet')).toBeDefined();
    expect(await screen.findByText('Family Medicine as primary specialty instead of Internal Medicine')).toBeDefined();
    expect(comparison().getByText(/Nothing is saved/)).toBeDefined();
  });

  it('take a suggestion over with one press, say what goes, and go back with another', async () => {
    show(record);
    const suggestion = await screen.findByRole('button', { name: /^Try it: Family Medicine/ });
    fireEvent.click(suggestion);
    expect(announced()).toBe('With these changes: On track');
    const reasons = within(screen.getByRole('region', { name: 'What becomes of the reasons' }));
    expect(reasons.getByText(/Goes/).textContent).toBe('Goes (1)');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the record' }));
    expect(announced()).toBe('');
    expect(screen.getByRole('region', { name: 'Reasons today' }).textContent).toMatch(/226/);
  });

  it('follow a fact that is moved, and its way back', () => {
    show(record);
    const score = screen.getByRole('slider', { name: 'Step 2 CK score' });
    fireEvent.change(score, { target: { value: 245 } });
    expect(announced()).toBe('With these changes: On track');
    expect(comparison().getByText('Step 2 CK 245 instead of 226')).toBeDefined();
    fireEvent.change(score, { target: { value: 226 } });
    expect(announced()).toBe('');
    fireEvent.click(screen.getByRole('switch', { name: 'Family Medicine as a backup' }));
    expect(comparison().getByText('Family Medicine accepted as a backup specialty')).toBeDefined();
    fireEvent.click(screen.getByRole('switch', { name: 'Family Medicine as a backup' }));
    expect(comparison().getByText('Nothing is tried yet')).toBeDefined();
  });

  it('say honestly that nothing lowers the level, and what holds it', async () => {
    show({ ...record, exams: [{ exam: 'step2ck', takenOn: '2026-06-15', score: 221 }, ...(record.exams?.slice(0, 1) ?? [])] });
    expect(await screen.findByText('No one or two changes lower it')).toBeDefined();
    expect(screen.getByText(/^Held by itself, whatever else changes: Step 2 CK below the range\./)).toBeDefined();
  });

  it('name the facts that are missing before there is a level', async () => {
    show({ ...record, exams: undefined });
    expect(await screen.findByText('First the missing facts')).toBeDefined();
    expect(screen.getByText(/until these are known: exam history/)).toBeDefined();
  });
});
