import type { ApplicantRecord } from '@matchwatch/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../../testing/render-in-app.js';
import { SectionForm } from './section-form.js';
import { sectionSpecs } from './section-specs.js';
import type { FieldIssues } from './use-save-record.js';

const base: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Chidi', family: 'Okafor' },
  season: 2027,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-08-14', score: 224 }],
};

function open(key: string, refused: FieldIssues = [], record = base) {
  const spec = sectionSpecs.find((each) => each.key === key);
  if (!spec) throw new Error(key);
  const saved: { record: ApplicantRecord; reason: string | undefined }[] = [];
  const onSave = async (record: ApplicantRecord, reason: string | undefined) => {
    saved.push({ record, reason });
    return refused;
  };
  renderInApp(<SectionForm spec={spec} base={record} saving={false} onSave={onSave} onCancel={() => undefined} />);
  return saved;
}

const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('the form of a section', () => {
  it('saves the whole record with what was written', async () => {
    const saved = open('exams');
    fireEvent.change(screen.getByLabelText('Score'), { target: { value: '231' } });
    fireEvent.change(screen.getByLabelText('Why this changes (optional)'), { target: { value: 'Official report' } });
    save();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toEqual({
      record: { ...base, exams: [{ exam: 'step2ck', takenOn: '2026-08-14', score: 231 }] },
      reason: 'Official report',
    });
  });

  it('says at the field what the schema refuses, and saves nothing', async () => {
    const saved = open('exams');
    fireEvent.change(screen.getByLabelText('Score'), { target: { value: '2310' } });
    save();
    expect(await screen.findByText('At most 999')).toBeDefined();
    expect(saved).toEqual([]);
  });

  it('shows what only the server could know at its field', async () => {
    open('identity', [{ path: 'externalId', reason: 'is taken by somebody else' }]);
    fireEvent.change(screen.getByLabelText('School id *'), { target: { value: 'S-2' } });
    save();
    expect(await screen.findByText('Is taken by somebody else')).toBeDefined();
  });

  it('leaves an untouched unknown list unknown', async () => {
    const saved = open('letters');
    save();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.record).toEqual(base);
  });

  it('tells the rows of a long list, and opens the one that is to be changed', async () => {
    const programs = ['Elm Hill', 'Harbor', 'Stone Creek', 'Pine Ridge', 'Lakeside'].map((program) => ({
      program,
      status: 'planned' as const,
    }));
    const saved = open('programs', [], { ...base, programs });
    expect(screen.getByText('Stone Creek')).toBeDefined();
    expect(screen.queryByLabelText('Program *')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Change row 3' }));
    fireEvent.change(screen.getByLabelText('Program *'), { target: { value: 'Stone Creek Hospital' } });
    save();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.record.programs).toEqual(
      programs.map((each) => (each.program === 'Stone Creek' ? { ...each, program: 'Stone Creek Hospital' } : each)),
    );
  });
});
