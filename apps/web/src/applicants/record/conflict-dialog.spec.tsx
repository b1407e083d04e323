import type { ApplicantDetail } from '@matchwatch/contracts';
import type { ApplicantRecord, Exam } from '@matchwatch/domain';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../../testing/render-in-app.js';
import { ConflictDialog } from './conflict-dialog.js';
import { mergeRecords } from './record-merge.js';
import type { ConflictDecision } from './use-save-record.js';

const base: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Chidi', family: 'Okafor' },
  season: 2027,
  applicantType: 'us-md',
  visa: { need: 'none' },
};

function open(mine: ApplicantRecord, theirs: ApplicantRecord, from: ApplicantRecord = base): ConflictDecision[] {
  const decisions: ConflictDecision[] = [];
  const latest: ApplicantDetail = {
    id: 1,
    version: 5,
    record: theirs,
    may: ['record.view', 'record.edit'],
    summary: {
      id: 1,
      externalId: 'S-1',
      name: { given: 'Chidi', family: 'Okafor', preferred: null },
      season: 2027,
      applicantType: 'us-md',
      riskLevel: null,
      reasons: [],
      missing: [],
      primarySpecialty: null,
      category: null,
      imgTier: null,
      step2Score: null,
      advisor: null,
      openFlags: { urgent: 0, act: 0, watch: 0, note: 0 },
      levelSince: null,
      lastMeetingOn: null,
      nextDueOn: null,
      changedOn: '2026-08-14',
      trend: [],
      riskOpen: true,
    },
    answer: null,
    assessed: null,
    reassessing: false,
    flags: [],
    reviewRevision: 1,
    events: [],
    levels: [],
    challenges: [],
    change: { by: 'Dr. Hale', at: '2026-08-14T09:00:00Z', knownOn: '2026-08-14', reason: null, source: 'screen' },
  };
  renderInApp(
    <ConflictDialog
      conflict={{ latest, merge: mergeRecords(from, mine, theirs), reason: undefined }}
      saving={false}
      onDecide={(decision) => decisions.push(decision)}
      onBack={() => undefined}
    />,
  );
  return decisions;
}

describe('a lost race', () => {
  it('shows who changed what meanwhile, and offers to keep both when the facts differ', () => {
    const decisions = open({ ...base, email: 'chidi@example.edu' }, { ...base, visa: { need: 'j1' } });
    expect(screen.getByText(/Dr\. Hale saved a newer version/)).toBeDefined();
    expect(screen.getByText('J-1')).toBeDefined();
    expect(screen.queryByText('Both of you changed this')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Save mine on top' }));
    expect(decisions).toEqual(['keep-mine']);
  });

  it('marks the fact that both changed, and never calls overwriting "on top"', () => {
    const decisions = open({ ...base, visa: { need: 'j1' } }, { ...base, visa: { need: 'h1b-only' } });
    expect(screen.getAllByText('Both of you changed this')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Save mine on top' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Drop mine' }));
    expect(decisions).toEqual(['take-theirs']);
  });

  it('names the rows of a list that came, went or changed, and none that stood', () => {
    const stood: Exam = { exam: 'step1', takenOn: '2025-06-01', outcome: 'pass' };
    const booked: Exam = { exam: 'step2ck', bookedFor: '2026-12-12' };
    const backups = [{ specialty: 'family-medicine' as const, acceptable: true }];
    const before: ApplicantRecord = { ...base, exams: [stood, booked], specialtyPlan: { backups } };
    open(
      { ...before, exams: [stood, { ...booked, backupDate: '2026-12-20' }], specialtyPlan: { backups: [] } },
      { ...before, exams: [stood, booked, { exam: 'step2ck', takenOn: '2026-08-01', score: 261, outcome: 'pass' }] },
      before,
    );
    const [theirs = '', mine = ''] = screen
      .getAllByRole('heading', { level: 3 })
      .map((heading) => heading.parentElement?.textContent ?? '');
    expect(theirs).toMatch(/Added Step 2 CK, taken on 1 Aug.*score 261, Pass/);
    expect(mine).toMatch(/Changed Step 2 CK, booked for 12 Dec.*backup date Not known → 20 Dec/);
    expect(mine).toMatch(/Backup specialtiesRemoved Family Medicine/);
    expect(theirs + mine).not.toMatch(/Step 1|\d rows?/);
  });
});
