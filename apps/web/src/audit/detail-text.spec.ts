import type { AuditLine } from '@matchwatch/contracts';
import { expect, it } from 'vitest';
import type { Text } from '../i18n/use-text.js';
import { detailText } from './detail-text.js';

const line = (part: Partial<AuditLine>): AuditLine => ({
  id: 1,
  at: '2026-11-20T17:00:00Z',
  event: 'record.changed',
  personId: 1,
  person: 'A',
  role: 'advisor',
  applicantId: null,
  applicant: null,
  subject: null,
  because: null,
  reason: null,
  before: null,
  after: null,
  requestId: null,
  hash: '',
  ...part,
});
const t = ((key, values) => `${key} ${JSON.stringify(values)}`) as Text;

it('tells what a line was about, the reason, what changed and by which relation it was allowed', () => {
  expect(detailText(line({}), t)).toBe('');
  expect(detailText(line({ subject: 'run 12', reason: 'Too early' }), t)).toBe('run 12 · “Too early”');
  expect(detailText(line({ after: { version: 2, paths: ['exams.1', 'advisor'] }, because: 'advises' }), t)).toBe(
    'audit.changed {"paths":"exams.1, advisor"} · audit.because {"because":"advises them"}',
  );
  expect(detailText(line({ after: { filter: { q: 'marsh' }, found: 3 }, because: 'role' }), t)).toBe(
    'audit.searched {"q":"marsh"} · audit.found {"smart_count":3}',
  );
});

it('tells how somebody signed in, or why not, what ended, and of whom something is wanted', () => {
  const told = (after: AuditLine['after']) => detailText(line({ after }), t);
  expect(told({ why: 'code' })).toBe('wrong code');
  expect(told({ method: 'sso', why: 'no-group' })).toBe('no group that has a role · audit.sso undefined');
  expect(told({ method: 'password', secondFactor: 'recovery' })).toBe('audit.secondFactor undefined');
  expect(told({ ended: 2 })).toBe('audit.ended {"smart_count":2}');
  expect(told({ roles: ['auditor', 'dean'] })).toBe('audit.roles {"roles":"dean, auditor"}');
  expect(told({ roles: [] })).toBe('audit.noRoles undefined');
});
