import { calendarEventWriteSchema, caseloadTargetSchema, inputIssues, personInviteSchema, taskWriteSchema } from '@matchwatch/contracts';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { Text } from '../../i18n/use-text.js';
import { reasonText } from './reason-text.js';

const t: Text = (key, { bound = '' } = {}) => `${key} ${bound}`.trim();
const told = (schema: z.ZodType, entered: unknown) =>
  Object.fromEntries(
    inputIssues(schema.safeParse(entered).error ?? expect.fail('is accepted')).map(({ path, reason }) => [path, reasonText(reason, t)]),
  );

it('says in a person’s words what is missing, too long, or not a day', () => {
  const task = { title: '', owner: 'applicant', ownerId: null, dueOn: '0206-01-01', remindOn: null, phase: null };
  expect(told(taskWriteSchema, task)).toEqual({ title: 'validation.required', dueOn: 'validation.day' });
  expect(told(taskWriteSchema, { ...task, title: 'x'.repeat(301), dueOn: '2026-01-01' })).toEqual({
    title: 'validation.longest 300',
  });
});

it('says in a person’s words which numbers are taken', () => {
  expect(told(caseloadTargetSchema, { target: Number('ten') })).toEqual({ target: 'validation.number' });
  expect(told(caseloadTargetSchema, { target: 1.5 })).toEqual({ target: 'validation.number' });
  expect(told(caseloadTargetSchema, { target: -1 })).toEqual({ target: 'validation.atLeast 0' });
});

it('keeps what the contract says in words of its own, as a sentence', () => {
  expect(told(personInviteSchema, { name: 'Ann', email: 'ann', role: 'advisor' })).toEqual({ email: 'Must be an e-mail address' });
  const event = { season: 2027, from: '2026-09-02', to: '2026-09-01', kind: 'workshop', title: 'Mock day', source: null };
  expect(told(calendarEventWriteSchema, event)).toEqual({ to: 'Must lie 0 to 59 days after the first' });
});
