import type { AuditedProgram, AuditReason } from '@matchwatch/domain';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { ListAuditReading } from './list-audit-card.js';

const score = (standing: AuditReason['standing'], part: Partial<AuditReason> = {}): AuditReason => ({
  question: 'score',
  standing,
  fact: 'minimumStep2',
  value: 230,
  own: 221,
  source: 'website',
  note: null,
  checkedOn: '2026-07-01',
  stale: false,
  ...part,
});
const line = (program: string, part: Partial<AuditedProgram> = {}): AuditedProgram => ({
  program,
  specialty: 'internal-medicine',
  status: 'planned',
  programId: 7,
  settled: false,
  reasons: [],
  unknown: [],
  ...part,
});
const names = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);
const show = (programs: AuditedProgram[] | null) => renderInApp(<ListAuditReading audit={{ seasonOpens: '2026-06-04', programs }} />);

describe('a list beside the table of programs', () => {
  it('names who cannot take the applicant first, with source, day and age', () => {
    show([
      line('Calm', { reasons: [score('for', { question: 'holistic', fact: 'holisticReview', value: true, own: null })] }),
      line('Closed', { reasons: [score('against', { stale: true })], unknown: ['sponsorsJ1'] }),
      line('Elsewhere', { programId: null }),
      line('Invited', { settled: true }),
    ]);
    expect(names()).toEqual(['Closed', 'Calm']);
    expect(screen.getByText(/1 says it cannot take this applicant/)).toBeTruthy();
    expect(screen.getByText(/3 of 4 programs on the list are in the table; 1 is not in the table; 1 has invited/)).toBeTruthy();
    expect(screen.getAllByText(/its website, 1 Jul/)).toHaveLength(2);
    expect(screen.getByText(/checked before this season/)).toBeTruthy();
    expect(screen.getByText(/Not known of it: sponsors J-1/)).toBeTruthy();
  });

  it('shows a few, and all when asked', () => {
    show(Array.from({ length: 9 }, (_, at) => line(`No ${at}`, { programId: at + 1, reasons: [score('weighs')] })));
    expect(names()).toHaveLength(6);
    fireEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(names()).toHaveLength(9);
  });

  it('says that nothing can be said of programs that are not in the table, and of a list that is not known', () => {
    show([line('Elsewhere', { programId: null })]);
    expect(screen.getByText(/None of the programs on the list is in the school’s table yet/)).toBeTruthy();
    show(null);
    expect(screen.getByText('The program list is not known yet.')).toBeTruthy();
  });
});
